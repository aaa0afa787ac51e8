import { Accuracy, AccuracyFigure, AccuracyKind, AccuracyMeasurement } from '../features/accuracy/schema.ts'
import { articleCorrectionBody } from '../features/articles/corrections/parameters.ts'
import { ArticleInput } from '../features/articles/ingestion/parameters.ts'
import { IngestionResult, MetadataResult, StatementCounts } from '../features/articles/ingestion/schema.ts'
import { JobItemPage, JobPage } from '../features/articles/jobs/documentation.ts'
import { Job, JobDetail, JobItem, LineResult, Progress } from '../features/articles/jobs/schema.ts'
import { ArticlePage, ArticlePageLinks } from '../features/articles/list.ts'
import { PublisherPage } from '../features/articles/publishers/routes.ts'
import { SnapshotPage } from '../features/articles/routes.ts'
import { SourceEntryPage, SourcePage } from '../features/articles/sources/documentation.ts'
import { SourceEntry, SourceProblem } from '../features/articles/sources/entries/schema.ts'
import { newSourceBody, sourceBody } from '../features/articles/sources/parameters.ts'
import { Source } from '../features/articles/sources/schema.ts'
import { RemovedArticle } from '../features/articles/withdrawal/schema.ts'
import { Change, ChangePage } from '../features/changes/feed/schema.ts'
import { HistoryPage } from '../features/changes/history/parameters.ts'
import { HistoryEntry } from '../features/changes/history/schema.ts'
import { DeliveryPage, WebhookPage } from '../features/changes/webhooks/subscriptions/documentation.ts'
import { newWebhookBody, webhookBody } from '../features/changes/webhooks/subscriptions/parameters.ts'
import {
  ChangeMessage,
  Delivery,
  SearchMatch,
  SearchMessage,
  TestMessage,
  Webhook,
  WebhookWithSecret,
} from '../features/changes/webhooks/subscriptions/schema.ts'
import { DatePage, StatementsOfDate } from '../features/dates/routes.ts'
import { SaidDate, Uncounted } from '../features/dates/schema.ts'
import { Directory } from '../features/directory/schema.ts'
import { ExtractionResult, FoundDate, FoundPerson } from '../features/extraction/schema.ts'
import { LineProblem } from '../features/lines/schema.ts'
import { mergeBody, undoBody } from '../features/people/identity/parameters.ts'
import { NamedPageLinks } from '../features/people/identity/similar.ts'
import { CandidatePage } from '../features/people/officials/candidates/routes.ts'
import { Candidate } from '../features/people/officials/candidates/schema.ts'
import { SplitOfficials } from '../features/people/officials/identity/documentation.ts'
import { officialBody, splitBody } from '../features/people/officials/identity/parameters.ts'
import { OfficialPage } from '../features/people/officials/routes.ts'
import { organizationBody } from '../features/people/organizations/identity/parameters.ts'
import { OrganizationPage } from '../features/people/organizations/routes.ts'
import { PopoloIdentifier, PopoloName } from '../features/people/rosters/formats/popolo-input.ts'
import { Popolo, PopoloEntity, PopoloMembership } from '../features/people/rosters/formats/schema.ts'
import { RosterChange, RosterCounts, RosterResult } from '../features/people/rosters/import/schema.ts'
import { QuestionAnswer } from '../features/questions/routes.ts'
import { QuestionPart, Understood } from '../features/questions/schema.ts'
import {
  CheckedQuotation,
  PublicJwk,
  Receipt,
  ReceiptContent,
  ReceiptEvidence,
  ReceiptKeys,
} from '../features/receipts/schema.ts'
import { SearchPage } from '../features/searches/documentation.ts'
import { newSearchBody, searchBody } from '../features/searches/parameters.ts'
import { SavedSearch, SearchFilters } from '../features/searches/schema.ts'
import { Annotation, AnnotationCollection, AnnotationPage } from '../features/statements/annotation/schema.ts'
import { Citation, Citations, CslItems } from '../features/statements/citation/schema.ts'
import { JsonFeed } from '../features/statements/formats/json-feed.ts'
import { QuotationDocument, QuotationGraph } from '../features/statements/formats/json-ld.ts'
import { Facets, FacetValue, LeftOutOfPage, NothingFound } from '../features/statements/formats/schema.ts'
import { StatementPage, StatementPageLinks } from '../features/statements/list.ts'
import { Oembed } from '../features/statements/oembed/schema.ts'
import {
  correctionBody,
  givenEvidence,
  handMadeBody,
  restoreBody,
  saidCorrection,
  speakerCorrection,
  transitionBody,
} from '../features/statements/review/parameters.ts'
import { Suggestion, Suggestions } from '../features/suggest/schema.ts'
import { Comparison, ComparisonSide } from '../features/timelines/comparison.ts'
import { Timeline, TimelineEnd, TimelinePeriod } from '../features/timelines/schema.ts'
import { DraftVerification } from '../features/verification/draft/schema.ts'
import { quotationBody } from '../features/verification/parameters.ts'
import {
  QuoteComparison,
  QuoteReport,
  Verification,
  VerificationWithReceipt,
  WordDifference,
  Words,
} from '../features/verification/schema.ts'
import { SightingReport, Sightings } from '../features/verification/sightings/schema.ts'
import { PageLinks } from '../http/paging.ts'
import { reason } from '../http/writes.ts'
import { Article, ArticleReference, Coverage, Published, Snapshot } from '../record/articles/schema.ts'
import { DateBounds, Official, OfficialReference, Position } from '../record/officials/schema.ts'
import { Identifier, Organization, OrganizationReference } from '../record/organizations/schema.ts'
import { ResolvedReference } from '../record/references/schema.ts'
import { HeldPosition, Speaker, Statement } from '../record/statements/schema.ts'
import { Evidence, PrintedSpeaker, Said, Utterance } from '../record/utterances/schema.ts'

/** The schemas that have a name in the OpenAPI document. Code generators write one type for each schema. */
export const COMPONENTS = {
  // The record.
  Accuracy,
  AccuracyFigure,
  AccuracyKind,
  AccuracyMeasurement,
  DraftVerification,
  Article,
  ArticleReference,
  Coverage,
  DateBounds,
  Evidence,
  HeldPosition,
  Identifier,
  Official,
  OfficialReference,
  Organization,
  OrganizationReference,
  Position,
  PrintedSpeaker,
  Published,
  Said,
  Snapshot,
  Speaker,
  Statement,
  Utterance,
  // Other answers of the service.
  Annotation,
  Citation,
  Citations,
  CslItems,
  JsonFeed,
  Oembed,
  QuotationDocument,
  QuotationGraph,
  Candidate,
  Change,
  ChangeMessage,
  Comparison,
  ComparisonSide,
  Delivery,
  Directory,
  ExtractionResult,
  FoundDate,
  FoundPerson,
  HistoryEntry,
  IngestionResult,
  Job,
  JobDetail,
  JobItem,
  LineProblem,
  LineResult,
  MetadataResult,
  Progress,
  RemovedArticle,
  Roster: Popolo,
  RosterChange,
  RosterCounts,
  RosterEntity: PopoloEntity,
  RosterMembership: PopoloMembership,
  RosterResult,
  SaidDate,
  SavedSearch,
  SearchFilters,
  SearchMatch,
  SearchMessage,
  Source,
  SourceEntry,
  SourceProblem,
  SplitOfficials,
  StatementCounts,
  Suggestion,
  Suggestions,
  TestMessage,
  Timeline,
  TimelineEnd,
  TimelinePeriod,
  QuoteComparison,
  QuoteReport,
  SightingReport,
  Sightings,
  Uncounted,
  PublicJwk,
  Receipt,
  ReceiptContent,
  CheckedQuotation,
  ReceiptEvidence,
  ReceiptKeys,
  Verification,
  VerificationWithReceipt,
  Webhook,
  WebhookWithSecret,
  WordDifference,
  Words,
  // Pages of lists, and the fields of their items.
  AnnotationCollection,
  AnnotationPage,
  ArticlePage,
  ArticlePageLinks,
  CandidatePage,
  ChangePage,
  DatePage,
  DeliveryPage,
  HistoryPage,
  JobItemPage,
  JobPage,
  OfficialPage,
  OrganizationPage,
  NamedPageLinks,
  PageLinks,
  StatementPageLinks,
  Facets,
  FacetValue,
  LeftOut: LeftOutOfPage,
  NothingFound,
  PublisherPage,
  QuestionAnswer,
  QuestionPart,
  SearchPage,
  ResolvedReference,
  SnapshotPage,
  SourceEntryPage,
  SourcePage,
  StatementPage,
  StatementsOfDate,
  Understood,
  WebhookPage,
  // Bodies that callers send.
  ArticleCorrection: articleCorrectionBody,
  GivenEvidence: givenEvidence,
  Merge: mergeBody,
  NewArticle: ArticleInput,
  NewStatement: handMadeBody,
  NewSearch: newSearchBody,
  NewSource: newSourceBody,
  NewWebhook: newWebhookBody,
  OfficialCorrection: officialBody,
  OrganizationCorrection: organizationBody,
  Quotation: quotationBody,
  PopoloIdentifier,
  PopoloName,
  Reason: reason,
  Restoration: restoreBody,
  SaidCorrection: saidCorrection,
  SpeakerCorrection: speakerCorrection,
  SourceChange: sourceBody,
  Split: splitBody,
  SearchChange: searchBody,
  StatementCorrection: correctionBody,
  StatusChange: transitionBody,
  Undo: undoBody,
  WebhookChange: webhookBody,
} as const

/**
 * The relations between named schemas. A schema extends its base, and shares some properties with its relative. The
 * OpenAPI document writes the shared properties as references.
 */
export const RELATIONS = {
  bases: {
    JobDetail: 'Job',
    ArticlePageLinks: 'PageLinks',
    NamedPageLinks: 'PageLinks',
    SearchMatch: 'Change',
    SightingReport: 'QuoteReport',
    StatementPageLinks: 'PageLinks',
    VerificationWithReceipt: 'Verification',
    WebhookWithSecret: 'Webhook',
  },
  relatives: {
    LineProblem: 'Problem',
    NewStatement: 'StatementCorrection',
    PrintedSpeaker: 'Speaker',
    SearchChange: 'NewSearch',
    SourceChange: 'NewSource',
    Utterance: 'Statement',
    WebhookChange: 'NewWebhook',
  },
} as const
