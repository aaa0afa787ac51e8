-- Inserts organizations, people and their positions.

INSERT INTO organizations (id, slug, name, name_key)
SELECT pg_temp.id_at('2020-01-01Z', '00a', n), replace(lower(name), ' ', '-'), name, lower(name)
FROM generate_series(0, 99) n, LATERAL (SELECT pg_temp.body(n / 10) || ' ' || pg_temp.field(n % 10) AS name) named;

INSERT INTO officials (id, slug, name, name_key)
SELECT pg_temp.id_at('2020-01-01Z', '00b', n), replace(lower(name), ' ', '-'), name, lower(name)
FROM generate_series(0, 1999) n, LATERAL (SELECT pg_temp.given(n / 50) || ' ' || pg_temp.family(n % 50) AS name) named;

INSERT INTO official_aliases (official_id, name, name_key)
SELECT pg_temp.id_at('2020-01-01Z', '00b', n), name, lower(replace(name, '.', ''))
FROM generate_series(0, 1999, 2) n,
  LATERAL (SELECT left(pg_temp.given(n / 50), 1) || '. ' || pg_temp.family(n % 50) AS name) named;

INSERT INTO positions (id, official_id, organization_id, title, basis)
SELECT pg_temp.id_at('2020-01-01Z', '00c', n), pg_temp.id_at('2020-01-01Z', '00b', n),
  pg_temp.id_at('2020-01-01Z', '00a', pg_temp.pick(n, 1, 100)), pg_temp.title(pg_temp.pick(n, 2, 6)), 'printed'
FROM generate_series(0, 1999) n;

-- First the people and organizations were created.
INSERT INTO revisions (position, subject, subject_id, version, action, actor, after, recorded_at)
SELECT n + 1, 'official'::subject, pg_temp.id_at('2020-01-01Z', '00b', n), 1, 'created', 'machine', '{}'::JSONB, '2020-01-01Z'::TIMESTAMPTZ
FROM generate_series(0, 1999) n
UNION ALL
SELECT n + 2001, 'organization'::subject, pg_temp.id_at('2020-01-01Z', '00a', n), 1, 'created', 'machine', '{}'::JSONB, '2020-01-01Z'::TIMESTAMPTZ
FROM generate_series(0, 99) n;
