-- How sure the engine is of the person or organization, apart from the words. Unknown for statements of before.
ALTER TABLE "statements" ADD COLUMN "speaker_confidence" DOUBLE PRECISION,
  ADD CONSTRAINT "statements_speaker_confidence_is_a_share" CHECK ("speaker_confidence" BETWEEN 0 AND 1);
