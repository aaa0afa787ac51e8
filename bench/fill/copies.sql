-- Inserts the statements from number `bench.first` to before `bench.end`, as copies of statements that are
-- `bench.distance` before them: other articles with the same words, as those of a news agency. It takes a quarter of the
-- time of statements.sql, because words are not read again. `bench.distance` is a multiple of 15.

-- What triggers would compute is copied.
ALTER TABLE statements DISABLE TRIGGER statements_inherit;
ALTER TABLE statements DISABLE TRIGGER statements_words_of_new;
ALTER TABLE statements DISABLE TRIGGER statements_keys_of_new;

DO $$
DECLARE
  first CONSTANT BIGINT := current_setting('bench.first')::BIGINT - current_setting('bench.distance')::BIGINT;
  final CONSTANT BIGINT := current_setting('bench.end')::BIGINT - current_setting('bench.distance')::BIGINT;
  last_created CONSTANT BIGINT := pg_temp.position_of(current_setting('bench.statements')::BIGINT - 1);
  further CONSTANT BIGINT := current_setting('bench.distance');
  articles CONSTANT BIGINT := further / 15;
  -- The number of the first article, and of the first article after the last.
  a0 CONSTANT BIGINT := first / 15;
  a1 CONSTANT BIGINT := (final + 14) / 15;
  later CONSTANT INTERVAL := articles * INTERVAL '90 seconds';
  -- Gives the SQL for the id or the moment of a copy.
  article CONSTANT TEXT := format('pg_temp.moved_id(%%s, %L, %s)', later, articles);
  statement CONSTANT TEXT := format('pg_temp.moved_id(%%s, %L, %s)', later, further);
  moment CONSTANT TEXT := format('%%s + INTERVAL %L', later);
  of_statements CONSTANT TEXT := pg_temp.between('%1$s', '00f', pg_temp.recorded(a0), first, pg_temp.recorded(final / 15), final);
BEGIN
  PERFORM pg_temp.copy_rows('articles', pg_temp.between('id', '00d', pg_temp.recorded(a0), a0, pg_temp.recorded(a1), a1), jsonb_build_object(
    'id', format(article, 'id'), 'created_at', format(moment, 'created_at'), 'updated_at', format(moment, 'updated_at'),
    'url', format('regexp_replace(url, ''\d+$'', '''') || pg_temp.number_of(id) + %s', articles)));
  PERFORM pg_temp.copy_rows('snapshots', pg_temp.between('id', '00e', pg_temp.recorded(a0), a0, pg_temp.recorded(a1), a1), jsonb_build_object(
    'id', format(article, 'id'), 'article_id', format(article, 'article_id'), 'retrieved_at', format(moment, 'retrieved_at')));
  PERFORM pg_temp.copy_rows('article_words', pg_temp.between('article_id', '00d', pg_temp.recorded(a0), a0, pg_temp.recorded(a1), a1),
    jsonb_build_object('article_id', format(article, 'article_id')));
  PERFORM pg_temp.copy_rows('statements', format(of_statements, 'id'), jsonb_build_object(
    'id', format(statement, 'id'), 'article_id', format(article, 'article_id'), 'snapshot_id', format(article, 'snapshot_id'),
    'recorded_at', format(moment, 'recorded_at'), 'updated_at', format(moment, 'updated_at')));
  PERFORM pg_temp.copy_rows(name, format(of_statements, 'statement_id'), jsonb_build_object('statement_id', format(statement, 'statement_id')))
    FROM unnest(ARRAY['statement_spans', 'statement_keys']) AS name;
  PERFORM pg_temp.copy_rows('revisions', format('subject = ''article'' AND version = 1 AND %s',
    pg_temp.between('subject_id', '00d', pg_temp.recorded(a0), a0, pg_temp.recorded(a1), a1)), jsonb_build_object(
    'position', format('position + %s', articles * 16), 'subject_id', format(article, 'subject_id'), 'recorded_at', format(moment, 'recorded_at'),
    'after', format('after || jsonb_build_object(''snapshot'', %s)', format(article, '(after->>''snapshot'')::uuid'))));
  PERFORM pg_temp.copy_rows('revisions', format('subject = ''statement'' AND version = 1 AND %s', format(of_statements, 'subject_id')),
    jsonb_build_object('position', format('position + %s', articles * 16), 'subject_id', format(statement, 'subject_id'),
    'recorded_at', format(moment, 'recorded_at'), 'after', format('after || jsonb_build_object(''articleId'', %s, ''snapshotId'', %s)',
      format(article, '(after->>''articleId'')::uuid'), format(article, '(after->>''snapshotId'')::uuid'))));
  PERFORM pg_temp.copy_rows('revisions', format('subject = ''statement'' AND version = 2 AND %s', format(of_statements, 'subject_id')),
    jsonb_build_object('position', format('%s + row_number() OVER (ORDER BY subject_id)',
      greatest(last_created, (SELECT max(position) FROM revisions))),
    'subject_id', format(statement, 'subject_id'), 'recorded_at', format(moment, 'recorded_at')));
END $$;

ALTER TABLE statements ENABLE ALWAYS TRIGGER statements_inherit;
ALTER TABLE statements ENABLE ALWAYS TRIGGER statements_words_of_new;
ALTER TABLE statements ENABLE ALWAYS TRIGGER statements_keys_of_new;
