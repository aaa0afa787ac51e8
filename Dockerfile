# The service without the embedded PostgreSQL. Set DATABASE_URL, as docker-compose.yml does.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The bundler of the build is an optional package. `npm prune` below removes it, and the embedded PostgreSQL.
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json tsconfig.engine.json prisma.config.ts ./
COPY prisma prisma
COPY scripts scripts
COPY src src
RUN node scripts/build.mjs && npm prune --omit=dev --omit=optional --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/prisma prisma
COPY --from=build /app/dist dist
RUN printf '#!/bin/sh\nexec node /app/dist/cli.js "$@"\n' > /usr/local/bin/onrecord && chmod 755 /usr/local/bin/onrecord
# A new volume for backups gets the owner of this directory.
RUN install --directory --owner=node --group=node --mode=700 /backups
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["onrecord", "serve"]
