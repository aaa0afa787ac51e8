-- A report inside a report: the span is the segment of the outer statement that holds the words.
ALTER TYPE "span_kind" ADD VALUE 'within';
