-- The words of statements, for search. Words are stemmed as English, and no word is left out: people are called Will,
-- May and Don, and a phrase may consist of such words alone.
CREATE TEXT SEARCH DICTIONARY word_stem (TEMPLATE = snowball, LANGUAGE = english);
CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION words
  ALTER MAPPING FOR asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart
  WITH word_stem;

-- The words of a text, folded, with one space between them. Apostrophes and invisible characters do not part words, and
-- the 's of a possessive is not a word. Each Chinese character and each Japanese kana counts as a word.
CREATE FUNCTION search_text(value TEXT) RETURNS TEXT
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN octet_length(value) = char_length(value) THEN
    regexp_replace(regexp_replace(lower(value), '''s\M|''', '', 'g'), '[^a-z0-9]+', ' ', 'g')
  ELSE
    regexp_replace(regexp_replace(regexp_replace(folded(value),
      '[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]|[''’ʼ‘`´]s\M|[''’ʼ‘`´]', '', 'g'),
      '([\u2e80-\u2fdf\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])', ' \1 ', 'g'),
      '[^[:alnum:]]+', ' ', 'g')
  END;

CREATE FUNCTION words_of(value TEXT) RETURNS TSVECTOR
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN to_tsvector('words', search_text(value));

-- Words in this order, side by side.
CREATE FUNCTION phrase_of(value TEXT) RETURNS TSQUERY
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN phraseto_tsquery('words', search_text(value));

-- The words of a statement: A, what was said; B, the names of the speaker and the organization; C, the role.
CREATE FUNCTION statement_words(said TEXT, speaker TEXT, role TEXT, official UUID, organization UUID) RETURNS TSVECTOR
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN setweight(words_of(said), 'A')
    || setweight(words_of(concat_ws(' | ', speaker,
      (SELECT name FROM officials WHERE id = official AND name IS DISTINCT FROM speaker),
      (SELECT name FROM organizations WHERE id = organization AND name IS DISTINCT FROM speaker))), 'B')
    || setweight(words_of(coalesce(role, '')), 'C');

ALTER TABLE "statements" ADD COLUMN "words" TSVECTOR;

-- Triggers keep the words, so that every write of a statement or of a name changes them too.
CREATE FUNCTION set_statement_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.words := statement_words(NEW.text, NEW.speaker_name, NEW.role, NEW.official_id, NEW.organization_id);
  RETURN NEW;
END $$;
CREATE TRIGGER statements_words_of_new BEFORE INSERT ON "statements"
  FOR EACH ROW EXECUTE FUNCTION set_statement_words();
CREATE TRIGGER statements_words_of_changed BEFORE UPDATE OF text, speaker_name, role, official_id, organization_id
  ON "statements" FOR EACH ROW
  WHEN ((OLD.text, OLD.speaker_name, OLD.role, OLD.official_id, OLD.organization_id)
    IS DISTINCT FROM (NEW.text, NEW.speaker_name, NEW.role, NEW.official_id, NEW.organization_id))
  EXECUTE FUNCTION set_statement_words();

CREATE FUNCTION set_words_of_official() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE statements SET words = statement_words(text, speaker_name, role, official_id, organization_id)
  WHERE official_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER officials_words AFTER UPDATE OF name ON "officials" FOR EACH ROW
  WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION set_words_of_official();

CREATE FUNCTION set_words_of_organization() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE statements SET words = statement_words(text, speaker_name, role, official_id, organization_id)
  WHERE organization_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER organizations_words AFTER UPDATE OF name ON "organizations" FOR EACH ROW
  WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION set_words_of_organization();

UPDATE "statements" SET words = statement_words(text, speaker_name, role, official_id, organization_id);

-- Finds statements by rare words; statements with common words are found on the way through the order of the list.
CREATE INDEX "statements_words" ON "statements" USING gin ("words");
-- How many statements have each of the 10,000 most common words decides which of the two is quicker.
ALTER TABLE "statements" ALTER COLUMN "words" SET STATISTICS 1000;

-- Whether a phrase occurs word for word in what was said, in the printed name of the speaker or in the role. The index
-- finds the stems of its words; this tells "missile" from "missiles".
CREATE FUNCTION has_phrase(said TEXT, speaker TEXT, role TEXT, phrase TEXT) RETURNS BOOLEAN
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN strpos(
    ' ' || search_text(said) || ' | ' || search_text(coalesce(speaker, '')) || ' | ' || search_text(coalesce(role, '')) || ' ',
    ' ' || btrim(search_text(phrase)) || ' ') > 0;
