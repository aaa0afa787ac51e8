-- The functions that the other files call. They last as long as the session.

CREATE FUNCTION pg_temp.pick(seed BIGINT, purpose INTEGER, choices INTEGER) RETURNS INTEGER
  LANGUAGE sql IMMUTABLE STRICT RETURN abs(hashint8extended(seed, purpose) % choices)::INTEGER;

-- A UUIDv7: the moment, then a number that is different for each row of the moment.
CREATE FUNCTION pg_temp.id_at(at TIMESTAMPTZ, kind TEXT, number BIGINT) RETURNS UUID
  LANGUAGE sql IMMUTABLE STRICT
  RETURN (lpad(to_hex((extract(epoch FROM at) * 1000)::BIGINT), 12, '0') || '7' || kind || '8' ||
          lpad(to_hex(number), 15, '0'))::UUID;

-- Lists of words, counted from 0.
CREATE FUNCTION pg_temp.given(n INTEGER) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (ARRAY['Ada', 'Bela', 'Carlo', 'Dunja', 'Emil', 'Farah', 'Goran', 'Hanne', 'Ivo', 'Jola', 'Kemal', 'Lotte', 'Mirko',
    'Nadia', 'Oskar', 'Petra', 'Quinn', 'Rosa', 'Sven', 'Tamar', 'Ugo', 'Vera', 'Wim', 'Xenia', 'Yusuf', 'Zora',
    'Anton', 'Birgit', 'Cosima', 'Dario', 'Elif', 'Franz', 'Gitta', 'Henk', 'Irma', 'Jonas', 'Katya', 'Luca', 'Mona',
    'Nils'])[n + 1];
CREATE FUNCTION pg_temp.family(n INTEGER) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (ARRAY['Aldern', 'Brisk', 'Colvane', 'Dorrit', 'Elmsby', 'Farrow', 'Gant', 'Holloway', 'Ingles', 'Jarrow',
    'Kestrel', 'Lomax', 'Marden', 'Norling', 'Ostrand', 'Pellew', 'Quade', 'Renfrew', 'Sorrel', 'Tarn', 'Ullman',
    'Vance', 'Wexley', 'Yarrow', 'Zeller', 'Ashdown', 'Birch', 'Crane', 'Dunmore', 'Eastlake', 'Fenwick', 'Garland',
    'Harcourt', 'Ives', 'Juniper', 'Kirby', 'Lark', 'Moss', 'Nash', 'Orchard', 'Pike', 'Quill', 'Rowe', 'Stark',
    'Thorne', 'Underhill', 'Vale', 'Winter', 'Yates', 'Zander'])[n + 1];
CREATE FUNCTION pg_temp.body(n INTEGER) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (ARRAY['Ministry of', 'Department of', 'Office of', 'Agency for', 'Board of', 'Council on', 'Institute for',
    'Commission on', 'Bureau of', 'Authority for'])[n + 1];
CREATE FUNCTION pg_temp.field(n INTEGER) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (ARRAY['Harbours', 'Forestry', 'Public Works', 'Rail Transport', 'Education', 'Water Supply', 'Trade', 'Housing',
    'Energy', 'Fisheries'])[n + 1];
CREATE FUNCTION pg_temp.title(n INTEGER) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (ARRAY['Minister', 'Deputy Director', 'Spokesperson', 'Chair', 'Chief Engineer', 'Commissioner'])[n + 1];
CREATE FUNCTION pg_temp.matter(n INTEGER) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (ARRAY['the new bridge', 'our winter budget', 'the northern ferry line', 'this harvest', 'the school programme',
    'every reservoir in the valley', 'the port extension', 'the housing fund', 'our rail timetable'])[n + 1];
CREATE FUNCTION pg_temp.claim(n INTEGER) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (ARRAY['will be ready before the autumn rains', 'needs another two years of careful work',
    'cannot be paid for out of one year''s taxes', 'has brought more people to the coast than we had hoped for',
    'must be looked at again, and by people who know it', 'is safe, and it was safe all along'])[n + 1];
CREATE FUNCTION pg_temp.coda(n INTEGER) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (ARRAY['and nobody in this house doubts that any longer', 'whatever the figures of last spring may suggest',
    'because the towns along the river asked us for it', 'as long as the council keeps its word',
    'and we shall publish every page of the report', 'which is what we promised at the start'])[n + 1];
-- A made-up word of three syllables, for numbers below 27,000.
CREATE FUNCTION pg_temp.word(n INTEGER) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (SELECT string_agg(syllable, '' ORDER BY place) FROM (VALUES (1, n % 30), (2, n / 30 % 30), (3, n / 900)) AS of_word (place, number),
    LATERAL (SELECT (ARRAY['ba', 'cor', 'da', 'fen', 'gi', 'hol', 'ka', 'lum', 'mi', 'nor', 'pa', 'qui', 'ro', 'sel', 'ta',
      'ul', 'va', 'wen', 'xo', 'zan', 'bri', 'cha', 'dro', 'fle', 'gru', 'ple', 'sho', 'tri', 'vin', 'yor'])[number + 1]) one (syllable));
-- Six words of a statement, a few of them common and most of them rare, as in any language.
CREATE FUNCTION pg_temp.particulars(seed BIGINT) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (SELECT string_agg(pg_temp.word((27000 * power(pg_temp.pick(seed, 20 + n, 100000) / 100000.0, 4))::INTEGER % 27000), ' ')
   FROM generate_series(1, 6) n);
CREATE FUNCTION pg_temp.cue(n INTEGER) RETURNS TEXT LANGUAGE sql IMMUTABLE RETURN
  (ARRAY['said', 'said', 'said', 'told reporters', 'added', 'announced', 'warned', 'explained'])[n + 1];

-- When an article was recorded.
CREATE FUNCTION pg_temp.recorded(article BIGINT) RETURNS TIMESTAMPTZ LANGUAGE sql IMMUTABLE
  RETURN '2024-01-01Z'::TIMESTAMPTZ + article * INTERVAL '90 seconds';
-- The position at which a statement was created: each article before its statements, after people and organizations.
CREATE FUNCTION pg_temp.position_of(i BIGINT) RETURNS BIGINT LANGUAGE sql IMMUTABLE RETURN i / 15 * 16 + i % 15 + 2102;

-- For copies: the number in an id; the id of a copy; a condition for the ids of rows; and the copies of rows.
CREATE FUNCTION pg_temp.number_of(id UUID) RETURNS BIGINT LANGUAGE sql IMMUTABLE
  RETURN ('x' || right(replace(id::TEXT, '-', ''), 15))::BIT(60)::BIGINT;
CREATE FUNCTION pg_temp.moved_id(id UUID, later INTERVAL, further BIGINT) RETURNS UUID LANGUAGE sql IMMUTABLE
  RETURN (lpad(to_hex(('x' || left(replace(id::TEXT, '-', ''), 12))::BIT(48)::BIGINT + (extract(epoch FROM later) * 1000)::BIGINT),
    12, '0') || substr(replace(id::TEXT, '-', ''), 13, 5) || lpad(to_hex(pg_temp.number_of(id) + further), 15, '0'))::UUID;
CREATE FUNCTION pg_temp.between(name TEXT, kind TEXT, since TIMESTAMPTZ, first BIGINT, before TIMESTAMPTZ, final BIGINT)
  RETURNS TEXT LANGUAGE sql IMMUTABLE
  RETURN format('%1$s >= %2$L AND %1$s < %3$L', name, pg_temp.id_at(since, kind, first), pg_temp.id_at(before, kind, final));
CREATE FUNCTION pg_temp.copy_rows(name TEXT, condition TEXT, changed JSONB) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE (
    SELECT format('INSERT INTO %1$I (%2$s) SELECT %3$s FROM %1$I WHERE %4$s', name, string_agg(quote_ident(attname), ', '),
      string_agg(coalesce(changed->>attname, quote_ident(attname)), ', '), condition)
    FROM pg_attribute WHERE attrelid = name::REGCLASS AND attnum > 0 AND NOT attisdropped);
END $$;
