-- The order sort=-published. Articles are counted by the day of their publication from this index alone.
DROP INDEX "articles_published_descending";
CREATE INDEX "articles_published_descending" ON "articles" ((coalesce("published_latest", DATE '0001-01-01')), "id")
  INCLUDE ("published_earliest", "published_latest", "withdrawn");
