-- The statements that have each of these keys, with the number of their keys; at most so many for each key. is_whole: the
-- key is that of the whole statement. Keys that too many statements have find nothing. Asked for all keys at once, the index
-- compares every key with every statement that it finds, which takes twice as long for the keys of some articles. By
-- indexes alone, as in statements_with_keys.
CREATE FUNCTION statements_with_each_key(wanted BIGINT[], most INTEGER)
  RETURNS TABLE (key BIGINT, statement_id UUID, size INTEGER, is_whole BOOLEAN)
  LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000
  SET enable_seqscan = off
  AS $$
    SELECT asked.key, found.statement_id, cardinality(found.keys), asked.key = found.keys[1]
    FROM unnest(wanted) AS asked (key), LATERAL (
      SELECT k.statement_id, k.keys FROM statement_keys k WHERE k.keys @> ARRAY[asked.key] LIMIT most) found
    WHERE NOT EXISTS (SELECT FROM common_keys c WHERE c.key = asked.key OFFSET 0)
  $$;
