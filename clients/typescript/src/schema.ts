// `npm run client:types` writes this file from /openapi.json. Do not edit it.
export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the process alive?
         * @description Answers without checking any dependency. If it does not answer, restart the process.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the service ready for requests?
         * @description Checks the dependencies of the service. A 503 names the failed checks. Send no requests until the status is 200.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where to begin
         * @description Links to the lists of the API and to its documents.
         */
        get: operations["getDirectory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where to begin
         * @description Links to the lists of the API and to its documents.
         */
        get: operations["getVersionDirectory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oembed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Embed a statement
         * @description A statement as oEmbed (`rich`): a quotation block without scripts. `Link` headers of statements lead here. Other parameters of consumers are ignored.
         */
        get: operations["getOembed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/onrecord-keys.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public keys of receipts
         * @description A JSON Web Key Set. Keys that no longer sign stay in it, so that old receipts can be checked.
         */
        get: operations["getReceiptKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accuracy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How often the service is right
         * @description The published figures of the engine and of the verifier: what was measured, on what, when, with which version, and the command that measures it again.
         */
        get: operations["getAccuracy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List people
         * @description People on record with their positions, aliases, and the dates of their first and latest statements.
         */
        get: operations["listOfficials"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officials/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a person
         * @description By id or slug. For a person who was merged into another, the answer is 301 with the address of the other.
         */
        get: operations["getOfficial"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct a person
         * @description Corrects the name, the aliases, and the positions with their dates. Fields that are left out keep their values. The slug stays, so that URLs keep working. A replaced name becomes an alias.
         */
        patch: operations["correctOfficial"];
        trace?: never;
    };
    "/v1/officials/{id}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the statements of a person
         * @description The list of statements, filtered by one person.
         */
        get: operations["listStatementsOfOfficial"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officials/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge two people
         * @description Statements, names and positions of this person move to the person in `into`. From then on, the path of this person answers 301. The response is the person who stays. If-Match is the version of this person.
         */
        post: operations["mergeOfficial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officials/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Split a person
         * @description The given statements and positions move to another person on record (`into`), or to a new one (`name`). The response has both people. Its ETag is the version of the person in the path.
         */
        post: operations["splitOfficial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officials/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo the last change of a person
         * @description Undoes the latest change that was not undone, as a new change. Another request undoes the previous change. Undoing a merge or a split returns exactly the statements it moved, on both sides. For a merged person, If-Match is the last version in their history.
         */
        post: operations["undoOfficial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officials/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a person
         * @description The revisions, latest first: who changed what, when, why, before and after. The history of a merged person ends with the merge.
         */
        get: operations["getOfficialHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officials/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List uncertain names
         * @description Names in articles that may mean several people on record, with the reason and the possible people. Until a reviewer decides, their statements have no person.
         */
        get: operations["listCandidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officials/candidates/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide whom a name means
         * @description A person on record, a new person, or no one to record. The statements of the name in the article get that person, with a revision each. A later text of the article uses the decision. A name is decided once.
         */
        post: operations["decideCandidate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List organizations
         * @description Organizations that speak themselves ("the interior ministry said"), or for which people speak.
         */
        get: operations["listOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an organization
         * @description By id or slug. For an organization that was merged into another, the answer is 301 with the address of the other.
         */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct an organization
         * @description Corrects the name and the aliases. The slug stays, so that URLs keep working. A replaced name becomes an alias. If another organization has the name, the answer is 409: merge the two.
         */
        patch: operations["correctOrganization"];
        trace?: never;
    };
    "/v1/organizations/{id}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the statements of an organization
         * @description The list of statements, filtered by one organization and the people who spoke for it.
         */
        get: operations["listStatementsOfOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge two organizations
         * @description Names, identifiers, statements and positions move to the organization in `into`. From then on, the path of this organization answers 301. The response is the organization that stays. If-Match is the version of this organization.
         */
        post: operations["mergeOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo the last change of an organization
         * @description Undoes the latest change that was not undone, as a new change. Another request undoes the previous change. Undoing a merge returns exactly the statements and positions it moved.
         */
        post: operations["undoOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of an organization
         * @description Its revisions, latest first: who changed what, when, why, before and after.
         */
        get: operations["getOrganizationHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare people, organizations or publishers
         * @description The timelines of two to four people, organizations or publishers, with the same periods, and the first statements of each. Send only one of the three parameters. The filters choose the topic and the time.
         */
        get: operations["compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officials/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the statements of a person over time
         * @description By year or month, beside the number of all recorded statements. A period without articles is a gap in the record, not a silence. Retracted statements are not counted.
         */
        get: operations["getTimelineOfOfficial"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the statements of an organization over time
         * @description By year or month, beside the number of all recorded statements. A period without articles is a gap in the record, not a silence. Retracted statements are not counted.
         */
        get: operations["getTimelineOfOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a quotation against the record
         * @description Says whether the words are on record, who said them, and names each difference. `speaker`, `said_from` and `said_to` are what your text claims; the other parameters are those of `GET /v1/statements` and select where to look. Without `receipt`, nothing is stored.
         */
        post: operations["verifyQuotation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{id}/sightings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the reports of one utterance
         * @description All statements on record that report the same utterance: whole, cut, with other punctuation or partly as a paraphrase.
         */
        get: operations["getSightings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{id}/sightings/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join reports of one utterance
         * @description Decides that another statement reports the same utterance. Their groups become one.
         */
        post: operations["joinSightings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{id}/sightings/part": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Part reports of different utterances
         * @description Decides that the statement reports another utterance. It stays apart, even if a later report resembles both.
         */
        post: operations["partSightings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{id}/sightings/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a join or a part
         * @description Undoes the latest join or part that was decided on this statement.
         */
        post: operations["undoSightings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verify:draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check the quotations of a draft
         * @description Finds each quotation of a text with its speaker and checks it as `POST /v1/verify` does, in place. Without `receipt`, nothing of the text is stored. The service reads few texts at a time, as `POST /v1/extract` does. As NDJSON, each line is a draft with an `id` of yours, and each has a line in the response, in the same order, as soon as it is checked: at most 1,000 lines, or 100 without a key. A line that fails has a `problem`, and the others continue.
         */
        post: operations["verifyDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a receipt
         * @description A receipt that a check made with `receipt: true`. It stays as it was signed, even if its statements change later.
         */
        get: operations["getReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suggest names while they are typed
         * @description People, organizations and publishers whose name, alias or title matches: first whole words and beginnings in any order, then words that sound alike and typing errors. Case, accents, apostrophes and hyphens do not matter. Best match first, then by number of statements. A merged record counts as the record that took its place.
         */
        get: operations["suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask a plain question
         * @description Reads a question. Names of people, organizations and publishers become filters, and so do dates. Words that only ask are ignored, and the other words are searched. `understood` has the reading of each part. The page is the first page of `understood.url`, and its links continue the list.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export all statements
         * @description All statements that pass the filters, without pages, in the order in which they were recorded: the record as it is when the export begins. If an export breaks off, the last line of NDJSON is `{"problem": …}`, and CSV and Parquet end with a closed connection, before the end of the transfer.
         */
        get: operations["exportStatements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List statements
         * @description Statements, latest words first. All filters combine; several values of one filter are alternatives. Dates are intervals: said_from and said_to select statements that were certainly said in the period, and `page.left_out` counts those that may have been.
         */
        get: operations["listStatements"];
        put?: never;
        /**
         * Record a statement by hand
         * @description Records a statement that the machine missed, against a snapshot of an article. It is verified from the start, and its rule is `person`.
         */
        post: operations["recordStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a statement with its evidence
         * @description Offsets are [start, end) in UTF-16 code units of the snapshot text. For a change, send its `version` in quotation marks as If-Match. For a retracted statement, the answer is 410 with the time, the key and the reason.
         */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct a statement
         * @description Corrects the speaker, date, type, polarity and spans. Fields that are left out keep their values. Every span must cover its words in the snapshot of the statement. The status does not change: verify the statement as well.
         */
        patch: operations["correctStatement"];
        trace?: never;
    };
    "/v1/statements/{id}/annotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a statement as a W3C Web Annotation
         * @description Positions count Unicode code points, as the Recommendation requires.
         */
        get: operations["getStatementAnnotation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{id}/citation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cite a statement
         * @description References to the article that prints the words, and the words for a text that quotes them. Without `style`, the answer has all styles. With `style`, or a media type in Accept, it is one reference, in its own type. Unknown parts are left out as the style prescribes.
         */
        get: operations["citeStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify a statement
         * @description Confirms that the article reports it like this. From machine or disputed.
         */
        post: operations["verifyStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{id}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dispute a statement
         * @description Marks it as disputed; it stays in lists. From machine or verified.
         */
        post: operations["disputeStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{id}/retract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retract a statement
         * @description Withholds its words. Reading it answers 410 with the time, the key and the reason, and lists only show that it existed. From machine, verified or disputed.
         */
        post: operations["retractStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a statement
         * @description Marks it as an error of the machine. It stays readable, and lists show it on request. From machine, verified or disputed.
         */
        post: operations["rejectStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a statement
         * @description Without a version: restores the status before the statement was retracted or rejected. With a version: restores the whole statement as it was at that version, as a new version.
         */
        post: operations["restoreStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a statement
         * @description The revisions, latest first: who changed what, when, why, before and after. For a retracted statement, a key with the scope review is required.
         */
        get: operations["getStatementHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rosters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export people and organizations as Popolo
         * @description All people and organizations with aliases and identifiers, and the positions from rosters and corrections; positions that articles print are left out. The file can be imported here or elsewhere without changes.
         */
        get: operations["exportRoster"];
        put?: never;
        /**
         * Import a list of office holders
         * @description Takes Popolo or CSV. People are matched by id, by identifier, then by name and organization. The import adds names, identifiers, positions and missing dates, and removes nothing. It is one transaction, and repeating it changes nothing. Later articles use the roster.
         */
        post: operations["importRoster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the dates of statements
         * @description The dates on which statements were made, latest first, each as precise as it is known, with counts and bounds. With `granularity`, statements are counted by year, month or day. `uncounted` counts the statements whose date is not that precise.
         */
        get: operations["listDates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dates/{edtf}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the statements of a date
         * @description The bounds of a date (`2024`, `2024-09`, `2024-09-05`, or an interval with its slash escaped, `2024-09%2F2024-11`) and the statements that were certainly made then, because their date lies within it. `match=overlap` adds those that may have been made then: their date overlaps it or is unknown.
         */
        get: operations["getDate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List articles
         * @description Articles with the hash of their latest text, latest publication first. With `q`, the articles with the words come first that have them in the title or near one another, and `match` tells where they are.
         */
        get: operations["listArticles"];
        put?: never;
        /**
         * Ingest an article
         * @description Takes the text, the HTML, or only the URL of an article, or an IPTC ninjs item; a withheld or canceled item withdraws its article. The answer is 201 for a new article. It is 200 if the same text is on record, or if the URL is on record with another text: then the text is a new snapshot, and the statements are updated to it. Metadata of a known text fills unknown fields. A withdrawn or erased article is refused (410). One transaction stores everything.
         */
        post: operations["ingestArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an article
         * @description The metadata of an article, and the hash and length of its latest text.
         */
        get: operations["getArticle"];
        put?: never;
        post?: never;
        /**
         * Erase an article permanently
         * @description If the law demands it: removes the texts, title, byline, dateline, URL, the words of the statements, and the content of all revisions. Ids, hashes, times and the reason stay. This cannot be undone: to hide an article, withdraw it. The same text, and any text at the same URL, is refused from then on.
         */
        delete: operations["eraseArticle"];
        options?: never;
        head?: never;
        /**
         * Correct the metadata of an article
         * @description Fields that are left out keep their values; null removes one. If the date of publication changes, the statements are dated again, each with a revision. Dates that a person set, and statuses, stay. For a new text, POST /v1/articles with the same URL.
         */
        patch: operations["correctArticle"];
        trace?: never;
    };
    "/v1/articles/{id}/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the snapshots of an article
         * @description The versions of the text, latest first. They never change. Read each one at /v1/articles/{id}/text?snapshot={id}.
         */
        get: operations["listSnapshots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the text of an article
         * @description Exactly the hashed characters, to which all offsets refer: the latest version, or that of the given snapshot.
         */
        get: operations["getArticleText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo the last correction of an article
         * @description Undoes the latest change of metadata, as a new change. Another request undoes the previous change. A new text is not undone.
         */
        post: operations["undoArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of an article
         * @description The revisions, latest first: who changed what, when, why, before and after. For a withdrawn or erased article, a key with the scope review is required.
         */
        get: operations["getArticleHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw an article
         * @description Afterwards, no list contains the article or its statements. Reading one of them answers 410 with the time, the key and the reason. The same text is refused. POST …/restore restores everything.
         */
        post: operations["withdrawArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a withdrawn article
         * @description Restores a withdrawn article with all its statements, their reviews and their addresses. If-Match names the version that the withdrawal made. An erased article cannot be restored.
         */
        post: operations["restoreArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/publishers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List publishers
         * @description The publishers of the articles on record, with their spellings and the numbers of their articles and statements. The filter `publisher` takes any of the names.
         */
        get: operations["listPublishers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the statements of an article
         * @description The list of statements, filtered by one article.
         */
        get: operations["listStatementsOfArticle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/annotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the statements of an article as W3C Web Annotations
         * @description All statements of the latest text, in text order, as an annotation collection with its first page. Positions count Unicode code points.
         */
        get: operations["getArticleAnnotations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/annotations/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a page of the annotations of an article
         * @description The pages count from 0. `next` and `prev` lead to the other pages.
         */
        get: operations["getArticleAnnotationPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles:batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ingest many articles
         * @description Takes one article per line, in any form of POST /v1/articles. The response has one line for each article, in the same order, as soon as it is ingested. Each article is one transaction. An invalid line fails with its number, and the others continue. Read the response while you send. With async=true, or Prefer: respond-async, the lines become a job for workers, and the answer is 202 with the job.
         */
        post: operations["ingestArticles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs
         * @description The jobs of the last 30 days with their progress, latest first.
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a job
         * @description The state of the job, the progress of its lines, and the first failed lines.
         */
        get: operations["getJob"];
        put?: never;
        post?: never;
        /**
         * Cancel a job
         * @description Waiting lines are not ingested. Ingested articles stay, and lines in progress are finished. A job that is done cannot be cancelled (409).
         */
        delete: operations["cancelJob"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the lines of a job
         * @description The result of each line, in order: its article, or why it failed.
         */
        get: operations["listJobItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry the failed lines of a job
         * @description Lines that are `retryable` are queued again: they were given up after several attempts. The other failed lines are invalid: correct them and send them again.
         */
        post: operations["retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sources
         * @description The sources in the order of creation, with the state of each.
         */
        get: operations["listSources"];
        put?: never;
        /**
         * Add a source
         * @description Polls a feed (RSS, Atom, JSON Feed) or a sitemap, and ingests every article that it announces. A page is followed to the feed that it names. The answer is 201, or 200 if the feed is a source already.
         */
        post: operations["addSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a source
         * @description The settings, the last and the next poll, and how many entries are in each state.
         */
        get: operations["getSource"];
        put?: never;
        post?: never;
        /**
         * Remove a source
         * @description Nothing more is fetched, and the entries are deleted. The articles stay.
         */
        delete: operations["removeSource"];
        options?: never;
        head?: never;
        /**
         * Change, pause or resume a source
         * @description Fields that are left out keep their values. A source that becomes active is polled at once, and its waiting entries are fetched.
         */
        patch: operations["changeSource"];
        trace?: never;
    };
    "/v1/sources/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the entries of a source
         * @description What became of each entry, and why, latest first.
         */
        get: operations["listSourceEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List changes in order
         * @description All creations, corrections, merges and retractions, without gaps, in the order in which they became visible. To miss no change, store the last position, or follow page.next, which is always present.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhooks
         * @description The webhooks of your key in the order of creation, with the state of each. With the scope `admin`, the webhooks of all keys. Secrets are never shown.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Create a webhook
         * @description Later changes are sent to the endpoint, in order and at least once. The webhook belongs to the key of this request. Messages are signed as Standard Webhooks defines, with the secret in this response. No other response shows the secret.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a webhook
         * @description The settings of a webhook, the position up to which it received changes, and its recent failures.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook
         * @description No more messages are sent. The deliveries of the webhook are deleted too.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change, pause or resume a webhook
         * @description Fields that are left out keep their values. An active webhook continues from its position: undelivered changes are sent then. A new position sends changes again, or skips some.
         */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/v1/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the secret of a webhook
         * @description The new secret is shown in this response and never again. For some hours messages are signed with both secrets, so that receivers can switch without losing messages.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test message
         * @description Sends a message of the type webhook.test within a second or two, whatever the status of the webhook. Read the delivery for the result. A test is not retried.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deliveries
         * @description Every delivery attempt of the last thirty days with its result, latest first.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries/{delivery}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a delivery
         * @description One attempt: the status and the time of the response, or the error.
         */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries/{delivery}/repeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message again
         * @description Sends the message under its old id, so that the receiver recognizes a duplicate. This is a new delivery, and it is not retried.
         */
        post: operations["repeatDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List saved searches
         * @description The searches of your key in the order of creation. With the scope `admin`, the searches of all keys.
         */
        get: operations["listSearches"];
        put?: never;
        /**
         * Save a search
         * @description Saves words and filters under a name. The search belongs to the key of this request. Read its matches as a list, or let a webhook follow the search.
         */
        post: operations["createSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/searches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a saved search
         * @description The words and the filters of the search.
         */
        get: operations["getSearch"];
        put?: never;
        post?: never;
        /**
         * Delete a saved search
         * @description Webhooks that follow the search keep its id, and send no more of its matches.
         */
        delete: operations["deleteSearch"];
        options?: never;
        head?: never;
        /**
         * Change a saved search
         * @description Fields that are left out keep their values; `filters` replaces all filters. Webhooks use the changed search from their next message on.
         */
        patch: operations["changeSearch"];
        trace?: never;
    };
    "/v1/searches/{id}/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the matches of a saved search
         * @description The list of statements with the words and the filters of the search. The latest recorded statement comes first.
         */
        get: operations["listMatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/extract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Extract from a text without storing it
         * @description Finds who said what and when in any text. Nothing is stored. Relative dates ("last month") are resolved against `published`. The service reads few texts at a time, texts with a key first. It answers 503 if too many wait. Without a key, texts must be shorter, and an answer has fewer statements: split longer texts.
         */
        post: operations["extract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A change
         * @description Signed as Standard Webhooks defines. Messages arrive in order and at least once, so keep the ids of the latest messages to detect duplicates.
         */
        post: operations["receiveChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    match: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A match of a saved search
         * @description A statement begins to match saved searches that the webhook follows. The data is the change, with the searches and the statement.
         */
        post: operations["receiveMatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    test: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A test
         * @description A message that a person sends to test the webhook.
         */
        post: operations["receiveTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        Accuracy: {
            /** @description The version that answers. */
            version: string;
            /** @description How often the engine reads statements right. */
            engine: components["schemas"]["AccuracyMeasurement"];
            /** @description How often quotations get the right verdict. */
            verifier: components["schemas"]["AccuracyMeasurement"];
        };
        AccuracyFigure: {
            /** @description What the figure counts. */
            name: string;
            /** @description The figure. */
            value: number;
            /** @enum {string} */
            unit: "percent" | "count";
            /** @description The number of cases; null if unknown. */
            of: number | null;
            /** @description The bound that a release must keep, such as `>= 99.5`; null if there is none. */
            aim: string | null;
        };
        AccuracyKind: {
            /** @description The change to the words. */
            kind: string;
            tried: number;
            /** @description The number of quotations with each verdict. */
            verdicts: {
                [key: string]: number;
            };
            /** @description With a verdict that is right for this kind. */
            right: number;
            /** @description With the right statement; null if none is right. */
            matched: number | null;
            /** @description With the right name of the change; null if names do not count. */
            named: number | null;
            /** @description With the dropped negation shown; null if none was dropped. */
            flagged: number | null;
        };
        AccuracyMeasurement: {
            /** @description The day of the measurement. */
            measured: string;
            /** @description The version of the service that was measured. */
            version: string;
            /** @description The material of the measurement. */
            on: string;
            /** @description The command that measures it again, in a clone of the repository. */
            reproduce: string;
            /** @description The document of the repository that explains it. */
            document: string;
            figures: components["schemas"]["AccuracyFigure"][];
            /** @description The figures by kind of quotation; empty if there are no kinds. */
            kinds: components["schemas"]["AccuracyKind"][];
        };
        Annotation: {
            /** @constant */
            "@context": "http://www.w3.org/ns/anno.jsonld";
            id: string;
            /** @constant */
            type: "Annotation";
            /** @constant */
            motivation: "identifying";
            created: string;
            modified: string;
            body: {
                /** @constant */
                type: "SpecificResource";
                source: string;
                /** @constant */
                purpose: "identifying";
                "schema:spokenByCharacter": string | null;
                "schema:dateCreated": string;
            };
            target: {
                /** @constant */
                type: "SpecificResource";
                source: string;
                selector: ({
                    /** @constant */
                    type: "TextPositionSelector";
                    /** @description In Unicode code points, as the Recommendation requires. */
                    start: number;
                    end: number;
                } | {
                    /** @constant */
                    type: "TextQuoteSelector";
                    exact: string;
                    prefix: string;
                    suffix: string;
                })[];
            }[];
        };
        AnnotationCollection: {
            /** @constant */
            "@context": "http://www.w3.org/ns/anno.jsonld";
            id: string;
            /** @constant */
            type: "AnnotationCollection";
            label: string;
            total: number;
            first: components["schemas"]["AnnotationPage"];
            last: string;
        };
        AnnotationPage: {
            /** @constant */
            "@context": "http://www.w3.org/ns/anno.jsonld";
            id: string;
            /** @constant */
            type: "AnnotationPage";
            partOf: {
                id: string;
                /** @constant */
                type: "AnnotationCollection";
                total: number;
            };
            /** @description The number of annotations on the pages before. */
            startIndex: number;
            prev?: string;
            next?: string;
            items: components["schemas"]["Annotation"][];
        };
        Article: {
            /** Format: uuid */
            id: string;
            title: string | null;
            publisher: string | null;
            byline: string | null;
            /** @description The place printed at the start of the text. */
            dateline: string | null;
            /** @description Where the article was published. */
            url: string | null;
            language: string | null;
            published: components["schemas"]["Published"];
            /** @description The latest version of the text. */
            snapshot: components["schemas"]["Snapshot"];
            statements: {
                count: number;
            };
            links: {
                self: string;
                text: string;
                snapshots: string;
                statements: string;
                annotations: string;
            };
            /** @description Only with `q`: the matches of the search. */
            match?: {
                /** @description The places of the search in the title. */
                title: {
                    start: number;
                    end: number;
                }[];
                /** @description The text around the first match; null if the first 50000 characters have none. */
                snippet: {
                    start: number;
                    end: number;
                    exact: string;
                    /** @description Offsets in the text, like start and end. */
                    highlights: {
                        start: number;
                        end: number;
                    }[];
                } | null;
            };
            version: number;
            /** Format: date-time */
            recorded: string;
            /** Format: date-time */
            updated: string;
        };
        ArticleCorrection: {
            reason: components["schemas"]["Reason"];
            /** @description The headline. */
            title?: string | null;
            /** @description The publisher. */
            publisher?: string | null;
            /** @description The author, as printed. */
            byline?: string | null;
            /** @description The place printed at the start of the text. */
            dateline?: string | null;
            /**
             * @description When it was published, as EDTF. Relative dates in the text are resolved against it.
             * @example 2025-01-15
             */
            published?: string | null;
            /** @description The language of the article (BCP 47). */
            language?: string | null;
            /**
             * Format: uri
             * @description Where the article was published. No two articles have the same URL.
             */
            url?: ((string) | null) | string;
        };
        ArticlePage: {
            items: components["schemas"]["Article"][];
            page: components["schemas"]["ArticlePageLinks"];
        };
        ArticlePageLinks: components["schemas"]["PageLinks"] & {
            /** @description Only if not all matches are ranked. */
            ranked?: {
                newest: number;
                /** @description The estimated number of all matches. */
                of: number;
            };
        };
        ArticleReference: {
            /** Format: uuid */
            id: string;
            title: string | null;
            publisher: string | null;
            /** @description Where the article was published. */
            url: string | null;
            published: components["schemas"]["Published"];
            /** @description The immutable text to which the offsets refer. Read it at /v1/articles/{id}/text. */
            snapshot: {
                /** Format: uuid */
                id: string;
                sha256: string;
            };
        };
        Candidate: {
            /** Format: uuid */
            id: string;
            /** @description The name as the article prints it. */
            name: string;
            /**
             * @description several: more than one person on record fits; conflict: the article contradicts the record; doubt: the article neither fits nor contradicts it.
             * @enum {string}
             */
            reason: "several" | "conflict" | "doubt";
            /** @description The reason as a sentence. */
            explanation: string;
            /** @description The article that prints the name. */
            article: {
                /** Format: uuid */
                id: string;
                title: string | null;
                publisher: string | null;
                url: string | null;
            };
            /** @description The positions printed beside the name. */
            positions: {
                title: string;
                organization: components["schemas"]["OrganizationReference"] | null;
                /** @description True if the article calls the position a former one. */
                former: boolean;
            }[];
            /** @description The people on record who may be meant. */
            candidates: {
                /** Format: uuid */
                id: string;
                slug: string;
                name: string;
                /** @description The titles on record. */
                titles: string[];
            }[];
            /** @description Statements of this name that wait for the decision. */
            statements: {
                count: number;
                /** @description The statements of the article. */
                url: string;
            };
            /** @description Null until a reviewer decides. */
            decision: {
                /**
                 * @description same: a person on record; new: a new person; none: no one to record.
                 * @enum {string}
                 */
                outcome: "same" | "new" | "none";
                official: components["schemas"]["OfficialReference"] | null;
                /** @description The name of the key. */
                by: string;
                /** Format: date-time */
                at: string;
                reason: string | null;
            } | null;
            /** Format: date-time */
            recorded: string;
        };
        CandidatePage: {
            items: components["schemas"]["Candidate"][];
            page: components["schemas"]["PageLinks"];
        };
        Change: {
            /** @description 1, 2, 3 … without gaps, in the order in which changes became visible. */
            position: number;
            /** @enum {string} */
            subject: "article" | "official" | "organization" | "statement";
            /**
             * Format: uuid
             * @description The id of the changed resource.
             */
            id: string;
            /** @description The address of the changed resource. */
            url: string;
            /** @description The version that the change created. */
            version: number;
            /** @description created, corrected, verified, retracted, merged, … */
            action: string;
            /** @description Who made the change: `machine`, or the name of a key. */
            actor: string;
            reason: string | null;
            /** Format: date-time */
            recorded: string;
            /** @description The resource before the change; null if the change created it. Withheld if the statement was retracted. */
            before: unknown;
            /** @description The resource after the change. Withheld if the statement was retracted. */
            after: unknown;
        };
        ChangeMessage: {
            /** @description The subject and the action: statement.corrected, official.merged, … */
            type: string;
            /**
             * Format: date-time
             * @description When the change was recorded.
             */
            timestamp: string;
            data: components["schemas"]["Change"];
        };
        ChangePage: {
            items: components["schemas"]["Change"][];
            page: {
                limit: number;
                /** @description The address of later changes, to read at any time. Always present. */
                next: string;
                /** @description Whether more changes exist already. */
                has_more: boolean;
                /** @description Only if a filter names a merged record. */
                resolved?: components["schemas"]["ResolvedReference"][];
            };
        };
        CheckedQuotation: {
            /** @description In UTF-16 code units of the text. */
            start: number;
            end: number;
            verdict: string;
            /** @enum {string} */
            speaker_agrees: "yes" | "no" | "unknown";
            /** @enum {string} */
            said_agrees: "yes" | "no" | "unknown";
            /** @description The statement that decides comes first. At most 4. */
            evidence: components["schemas"]["ReceiptEvidence"][];
        };
        Citation: {
            /** @enum {string} */
            style: "apa" | "chicago" | "mla" | "ap" | "bibtex" | "ris" | "csl-json";
            /** @description The media type of `reference`. */
            media_type: string;
            /** @description The entry for a list of references, or the record for a program. For `ap`, the attribution. */
            reference: string;
            /** @description The words beside the quotation in a text; null if the style has none. */
            in_text: string | null;
        };
        Citations: {
            /** @description The permanent address of the statement. */
            permalink: string;
            /** @description The article, with a text fragment that leads to the words; null without a URL. */
            deep_link: string | null;
            citations: components["schemas"]["Citation"][];
        };
        /** @description All sides have the same periods. */
        Comparison: {
            sides: components["schemas"]["ComparisonSide"][];
        };
        ComparisonSide: {
            /** Format: uuid */
            id?: string;
            slug?: string;
            name: string;
            timeline: components["schemas"]["Timeline"];
            /** @description The first page of its statements, in order of date. */
            items: components["schemas"]["Statement"][];
            /** @description The list of its statements. */
            url: string;
            /** @description The next page of this list; null if there is none. */
            next: string | null;
        };
        Coverage: {
            articles: number;
            publishers: number;
            /**
             * Format: date
             * @description The first day on which an article can have been published.
             */
            first_published: string | null;
            /** Format: date */
            last_published: string | null;
        };
        CslItems: ({
            id: string;
            type: string;
        } & {
            [key: string]: unknown;
        })[];
        DateBounds: {
            edtf: string;
            /** Format: date */
            earliest: string | null;
            /** Format: date */
            latest: string | null;
            /** @enum {string} */
            precision: "day" | "week" | "month" | "quarter" | "season" | "half" | "year" | "decade" | "century" | "interval" | "open";
        };
        DatePage: {
            items: components["schemas"]["SaidDate"][];
            page: components["schemas"]["StatementPageLinks"];
            uncounted: components["schemas"]["Uncounted"];
        };
        Delivery: {
            /** Format: uuid */
            id: string;
            /** @description The address of this resource. */
            url: string;
            /** @description The webhook-id: the same for every attempt at one message. */
            message: string;
            /** @description Such as statement.corrected or webhook.test. */
            type: string;
            /** @description The position of the reported change; null for a test. */
            position: number | null;
            attempt: number;
            /** @description True for a test or a repeated message, which a person requested. */
            requested: boolean;
            /** @enum {string} */
            status: "pending" | "delivered" | "failed";
            /** @description The HTTP status of the receiver; null if no response arrived. */
            code: number | null;
            /** @description How long the response took, in milliseconds. */
            latency_ms: number | null;
            error: string | null;
            /** Format: date-time */
            recorded: string;
            /** Format: date-time */
            attempted: string | null;
        };
        DeliveryPage: {
            items: components["schemas"]["Delivery"][];
            page: components["schemas"]["PageLinks"];
        };
        /** @description Links to the lists of the service. */
        Directory: {
            name: string;
            /** @description The version of the service. */
            version: string;
            description: string;
            links: {
                /** @description Answers to plain questions. */
                search: string;
                /** @description Who said what, when. */
                statements: string;
                /** @description All statements at once. */
                export: string;
                /** @description People on record. */
                officials: string;
                /** @description Organizations on record. */
                organizations: string;
                /** @description Dates on which something was said. */
                dates: string;
                /** @description The articles that were read. */
                articles: string;
                /** @description The publishers of these articles. */
                publishers: string;
                /** @description Every change, in order. */
                changes: string;
                /** @description How often the service is right. */
                accuracy: string;
            };
            documents: {
                /** @description The description of this API. */
                openapi: string;
                /** @description null if the page is switched off. */
                docs: string | null;
                /** @description Every error and its remedy. */
                errors: string;
            };
        };
        DraftVerification: {
            /** @description The quotations in the order of the draft. */
            quotations: {
                /** @description The quotation, with its offsets in the draft. */
                quote: components["schemas"]["Words"];
                /** @description The words of the draft that name the speaker; null if none do. */
                speaker: components["schemas"]["Words"] | null;
                /** @description Offsets of the quotation count from `quote.start`. */
                check: components["schemas"]["Verification"];
            }[];
            /** @description The sum of the quotations. */
            summary: {
                quotations: number;
                /** @description The number of quotations with each verdict. */
                verdicts: {
                    [key: string]: number;
                };
                /** @description The quotations that are altered or misattributed, or drop a *not* or *but*. */
                needs_attention: number;
                /** @description Quotations after the first 200, which are not checked. */
                unchecked: number;
            };
            /** @description Only with `receipt: true`. */
            receipt?: components["schemas"]["Receipt"];
        };
        /** @description A piece of the snapshot: offsets [start, end) in UTF-16 code units, and exactly those characters. */
        Evidence: {
            start: number;
            end: number;
            exact: string;
        };
        ExtractionResult: {
            statements: components["schemas"]["Utterance"][];
            people: components["schemas"]["FoundPerson"][];
            dates: components["schemas"]["FoundDate"][];
        };
        FacetValue: {
            /** @description The value for the filter; for a year or a month, the value for said_from and said_to. */
            value: string;
            /** Format: uuid */
            id?: string;
            name?: string;
            count: number;
            /** @description The list narrowed to it. */
            url: string;
        };
        /** @description Only with `facets`: at most 30 values of each, the most frequent first, and the latest time first. */
        Facets: {
            /** @description The number of all matches. */
            matches: number;
            /** @description True if more than 10000 match: then the numbers are estimates from a sample. */
            estimated: boolean;
            official?: components["schemas"]["FacetValue"][];
            organization?: components["schemas"]["FacetValue"][];
            publisher?: components["schemas"]["FacetValue"][];
            type?: components["schemas"]["FacetValue"][];
            status?: components["schemas"]["FacetValue"][];
            year?: components["schemas"]["FacetValue"][];
            month?: components["schemas"]["FacetValue"][];
        };
        /** @description A date expression in the text, resolved. */
        FoundDate: {
            expression: components["schemas"]["Evidence"];
            edtf: string;
            /** Format: date */
            earliest: string | null;
            /** Format: date */
            latest: string | null;
            /** @enum {string} */
            precision: "day" | "week" | "month" | "quarter" | "season" | "half" | "year" | "decade" | "century" | "interval" | "open";
            /** @enum {string} */
            basis: "stated" | "relative-to-publication" | "relative-to-narrative";
            rule: string;
        };
        /** @description A person whom the text names, with every mention. */
        FoundPerson: {
            name: string;
            roles: {
                title: string;
                organization: string | null;
                former: boolean;
                evidence: components["schemas"]["Evidence"];
            }[];
            mentions: components["schemas"]["Evidence"][];
        };
        /** @description Offsets [start, end) in UTF-16 code units of the snapshot, and exactly the characters there. */
        GivenEvidence: {
            start: number;
            end: number;
            exact: string;
        };
        /** @description The service is healthy. */
        Health: {
            /** @constant */
            status: "ok";
            /** @description The checks that passed. */
            checks: string[];
        };
        /** @description A position that the person held, as the dates prove. */
        HeldPosition: {
            title: string;
            organization: components["schemas"]["OrganizationReference"] | null;
            /** @description EDTF. */
            from: string;
            /** @description EDTF; null if the person still holds it. */
            to: string | null;
        };
        HistoryEntry: {
            /** @description The version that the change created. */
            version: number;
            /** @description created, corrected, verified, disputed, retracted, rejected, restored, moved, changed, vanished … */
            action: string;
            /** @description Who made the change: the name of the key, or "machine". */
            actor: string;
            /** @description Why. */
            reason: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            recorded: string;
            /** @description The fields that differ, with dots for nested ones: status, speaker.name. */
            changed: string[];
            /** @description The whole resource before the change; null for the first version. */
            before: {
                [key: string]: unknown;
            } | null;
            /** @description The whole resource after the change. */
            after: {
                [key: string]: unknown;
            } | null;
        };
        HistoryPage: {
            items: components["schemas"]["HistoryEntry"][];
            page: components["schemas"]["PageLinks"];
        };
        /** @description An identifier in another register. */
        Identifier: {
            /** @description Who issued the identifier, such as wikidata. */
            scheme: string;
            value: string;
        };
        IngestionResult: {
            /**
             * @description created: a new article; changed: another text at a known URL, stored as a new snapshot; known: the same text is on record.
             * @enum {string}
             */
            outcome: "created" | "changed" | "known";
            statements: components["schemas"]["StatementCounts"];
            metadata: components["schemas"]["MetadataResult"];
            warnings: {
                /** @enum {string} */
                code: "published_missing" | "published_refused" | "published_differs" | "beginning_only" | "withdrawn";
                detail: string;
            }[];
            evidence: {
                /** @description The element of the page with the value, and the value as printed. */
                published: {
                    element: string;
                    value: string;
                } | null;
            };
            article: components["schemas"]["Article"];
        };
        Job: {
            /** Format: uuid */
            id: string;
            url: string;
            /**
             * @description waiting: not started; running; done: no line is waiting; cancelled: the remaining lines are not ingested.
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "cancelled";
            progress: components["schemas"]["Progress"];
            /** @description The name of the key that submitted it. */
            submitted_by: string;
            /**
             * Format: date-time
             * @description When the job was acknowledged.
             */
            recorded: string;
            /** Format: date-time */
            started: string | null;
            /** Format: date-time */
            finished: string | null;
            /** @description From the start to the end, or until now. */
            seconds: number | null;
            links: {
                self: string;
                items: string;
            };
        };
        JobDetail: components["schemas"]["Job"] & {
            /** @description The first failed lines; …/items?state=failed lists all. */
            errors: components["schemas"]["JobItem"][];
        };
        JobItem: {
            /** @description The number of the line: 1 for the first; blank lines count. */
            line: number;
            /** @description created: a new article; changed: a new text at a known URL; known: the same text is on record; failed: see `problem`. null if the line was not ingested. */
            outcome: ("created" | "changed" | "known" | "failed") | null;
            article: {
                /** Format: uuid */
                id: string;
                url: string;
            } | null;
            statements: components["schemas"]["StatementCounts"] | null;
            metadata: components["schemas"]["MetadataResult"] | null;
            warnings: {
                /** @enum {string} */
                code: "published_missing" | "published_refused" | "published_differs" | "beginning_only" | "withdrawn";
                detail: string;
            }[];
            /** @description Why the line failed, or why the last attempt failed. */
            problem: components["schemas"]["LineProblem"] | null;
            /**
             * @description waiting: not ingested yet; done: ingested; failed: see `problem`; cancelled: the job was cancelled first.
             * @enum {string}
             */
            state: "waiting" | "done" | "failed" | "cancelled";
            /** @description True for a failed line that was given up after several attempts: POST …/retry queues it again. */
            retryable: boolean;
            attempts: number;
            /** Format: date-time */
            finished: string | null;
        };
        JobItemPage: {
            items: components["schemas"]["JobItem"][];
            page: components["schemas"]["PageLinks"];
        };
        JobPage: {
            items: components["schemas"]["Job"][];
            page: components["schemas"]["PageLinks"];
        };
        JsonFeed: {
            version: string;
            title: string;
            items: ({
                /** @description The permanent address of the statement. */
                id: string;
                url: string;
                title: string;
                content_text: string;
                /**
                 * Format: date-time
                 * @description When it was recorded.
                 */
                date_published: string;
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        LeftOut: {
            /** @description The text gives no date: they may have been said in the period. */
            undated: number;
            /** @description Their date is wider: it overlaps the period and reaches beyond it. */
            wider: number;
            /** @description True if one of the two is more than 1000. The service stops counting there and shows 1000. */
            capped: boolean;
            /** @description The same list with `match=overlap`: it has these statements too. */
            url: string;
        };
        /** @description Why a line failed. */
        LineProblem: {
            /**
             * @description Stable: branch on this. docs/errors explains each code.
             * @enum {string}
             */
            code: "invalid_parameter" | "unknown_parameter" | "invalid_cursor" | "invalid_body" | "malformed_request" | "unauthorized" | "forbidden" | "not_found" | "gone" | "method_not_allowed" | "not_acceptable" | "conflict" | "precondition_failed" | "precondition_required" | "idempotency_mismatch" | "fetch_refused" | "fetch_failed" | "robots_disallowed" | "not_a_feed" | "unreadable_article" | "article_not_found" | "article_behind_wall" | "too_many_statements" | "too_many_webhooks" | "too_many_searches" | "payload_too_large" | "uri_too_long" | "unsupported_media_type" | "expectation_failed" | "headers_too_large" | "request_timeout" | "rate_limited" | "span_mismatch" | "internal_error" | "not_implemented" | "unavailable" | "too_broad" | "timeout";
            /** @description What was wrong, and what to do. */
            detail: string;
            errors: {
                pointer?: string;
                parameter?: string;
                code: string;
                message: string;
            }[];
        };
        Merge: {
            reason: components["schemas"]["Reason"];
            /** @description The id or slug of the record that stays. */
            into: string;
        };
        /** @description What the ingestion did with the metadata of an article that was on record. */
        MetadataResult: {
            /** @description The fields of the article that now have the sent value. */
            changed: ("title" | "publisher" | "byline" | "dateline" | "url" | "language" | "published")[];
            /** @description The fields that have another value on record. The value on record stays. */
            differs: {
                /** @enum {string} */
                field: "title" | "publisher" | "byline" | "dateline" | "url" | "language" | "published";
                recorded: string;
                sent: string;
            }[];
            /** @description The request that records the sent values, if they are right: PATCH this URL with this If-Match and this body, plus a reason. */
            correction: {
                url: string;
                if_match: string;
                body: {
                    [key: string]: string;
                };
            } | null;
        };
        NamedPageLinks: components["schemas"]["PageLinks"] & {
            /** @description Only if a filter names a merged record. */
            resolved?: components["schemas"]["ResolvedReference"][];
            /**
             * @description Only if no name has the words of `q`: the items have similar names.
             * @constant
             */
            similar?: true;
        };
        NewArticle: {
            /** @description The text itself. It is stored exactly as sent, and all offsets refer to it. */
            text?: string;
            /** @description A page, or an HTML fragment. The article is found in a page; a fragment is the article. */
            html?: string;
            /**
             * Format: uri
             * @description The URL of the article. Without text or html, the article is fetched from it.
             */
            url?: string | null;
            /** @description The headline. */
            title?: string | null;
            /** @description The publisher. */
            publisher?: string | null;
            /** @description The author, as printed. */
            byline?: string | null;
            /** @description The place printed at the start of the text. */
            dateline?: string | null;
            /**
             * @description When it was published, as EDTF. Relative dates in the text are resolved against it.
             * @example 2025-01-15
             */
            published?: string | null;
            /** @description The language of the article (BCP 47). */
            language?: string | null;
            /** @description The section, as printed. */
            section?: string | null;
            /** @description The time zone of the publisher (IANA). A time in UTC on the page is the day there. */
            zone?: string | null;
        };
        NewSearch: {
            /** @description A name for people. */
            name: string;
            /** @description The words to find, as in `GET /v1/statements`. */
            q?: string | null;
            filters?: components["schemas"]["SearchFiltersInput"];
        };
        NewSource: {
            /**
             * Format: uri
             * @description A feed, a sitemap, or a page that names its feed.
             */
            url: string;
            /** @description The publisher of all its articles. Default: what each page says. */
            publisher?: string | null;
            /** @description The language of all its articles. Default: what each page says. */
            language?: string | null;
            /** @description The IANA zone of the publisher. It decides the day of times that the feed prints in UTC. */
            time_zone?: string | null;
            /** @description How often the feed is polled. Default: 15. */
            interval_minutes?: number;
            /** @description How many entries of the first poll are fetched, newest first. Default: 20. */
            first_entries?: number;
        };
        NewStatement: {
            /**
             * Format: uuid
             * @description The article that contains the words.
             */
            article: string;
            /**
             * Format: uuid
             * @description The snapshot to which the offsets refer. Default: the latest.
             */
            snapshot?: string;
            reason?: components["schemas"]["Reason"];
            type: components["schemas"]["StatementCorrection"]["type"];
            segments: components["schemas"]["StatementCorrection"]["segments"];
            polarity?: components["schemas"]["StatementCorrection"]["polarity"];
            quoted?: components["schemas"]["StatementCorrection"]["quoted"];
            speaker?: components["schemas"]["SpeakerCorrection"];
            said?: components["schemas"]["SaidCorrection"];
            cue?: components["schemas"]["StatementCorrection"]["cue"];
            venue?: components["schemas"]["StatementCorrection"]["venue"];
            addressee?: components["schemas"]["StatementCorrection"]["addressee"];
            relay?: components["schemas"]["StatementCorrection"]["relay"];
        };
        NewWebhook: {
            /** @description Where changes are sent: an https address of the public internet. */
            endpoint: string;
            /** @description A note for people about the purpose of the webhook. */
            description?: string | null;
            /** @description Send only changes of these subjects; of all if empty. */
            subjects?: ("article" | "official" | "organization" | "statement")[];
            /** @description Send only changes with these actions; with any action if empty. */
            actions?: ("created" | "changed" | "moved" | "vanished" | "completed" | "redated" | "attributed" | "corrected" | "verified" | "disputed" | "retracted" | "rejected" | "restored" | "joined" | "parted" | "withdrawn" | "erased" | "merged" | "split" | "repointed" | "reattributed" | "undone" | "imported")[];
            /** @description Ids or slugs of people: send only changes of these people and of their statements; of all if empty. */
            officials?: string[];
            /** @description Ids of saved searches: send each statement that begins to match one of them, as search.matched. Other changes are then sent only if subjects, actions or officials choose them. */
            searches?: string[];
            /** @description Send the changes after this position. 0 sends all changes since the beginning. */
            position?: number;
        };
        /** @description IPTC ninjs, versions 1 to 3: the fields that the service reads. */
        NinjsItem: {
            /** @description The id of the item. A later text with the same uri is a new snapshot. */
            uri: string;
            /** @enum {string} */
            type?: "text" | "composite";
            /**
             * @description withheld or canceled: the article with this uri is withdrawn.
             * @enum {string}
             */
            pubstatus?: "usable" | "withheld" | "canceled";
            /** @enum {string} */
            pubStatus?: "usable" | "withheld" | "canceled";
            /** @description A date-time: before it, the item is refused. */
            embargoed?: string;
            /** @description A date-time. The first of these dates is the date of publication. */
            firstcreated?: string;
            firstCreated?: string;
            contentcreated?: string;
            contentCreated?: string;
            versioncreated?: string;
            versionCreated?: string;
            headline?: string;
            headlines?: {
                role?: string;
                value: string;
            }[];
            title?: string;
            byline?: string;
            by?: string;
            authors?: {
                name?: string;
            }[];
            located?: string;
            language?: string;
            copyrightholder?: string;
            copyrightHolder?: string;
            infosources?: {
                name?: string;
            }[];
            infoSources?: {
                name?: string;
            }[];
            source?: string;
            body_text?: string;
            body_xhtml?: string;
            body_html?: string;
            bodies?: {
                role?: string;
                contenttype?: string;
                contentType?: string;
                value?: string;
            }[];
        } & {
            [key: string]: unknown;
        };
        /** @description Only if the filters find nothing. */
        NothingFound: {
            /** @description How many statements there are without each filter. */
            without: {
                parameter: string;
                statements: number;
                /** @description True if there are more than 1000, where counting stops. */
                capped: boolean;
                url: string;
            }[];
            /** @description What the record covers. */
            covers: components["schemas"]["Coverage"];
            note: string;
        };
        Oembed: {
            /** @constant */
            type: "rich";
            /** @constant */
            version: "1.0";
            /** @description The speaker and the first words. */
            title: string;
            /** @description The speaker, if known. */
            author_name?: string;
            /** @description The person on record. */
            author_url?: string;
            provider_name: string;
            provider_url: string;
            /** @description In seconds. */
            cache_age: number;
            /** @description A quotation block without scripts. */
            html: string;
            width: number;
            height: number;
        };
        Official: {
            /** Format: uuid */
            id: string;
            /** @description The permanent address of this person. */
            url: string;
            slug: string;
            name: string;
            /** @description Other names of the person in print. */
            aliases: string[];
            identifiers: components["schemas"]["Identifier"][];
            positions: components["schemas"]["Position"][];
            statements: {
                count: number;
                /** @description True if there are too many to count for each answer. */
                estimated?: boolean;
                /** @description The date of the earliest dated statement; null if none is dated. */
                first_said: components["schemas"]["DateBounds"] | null;
                /** @description The date of the latest dated statement; null if none is dated. */
                latest_said: components["schemas"]["DateBounds"] | null;
            };
            version: number;
            /** Format: date-time */
            recorded: string;
            /** Format: date-time */
            updated: string;
        };
        OfficialCorrection: {
            reason: components["schemas"]["Reason"];
            /** @description The full name. The old name becomes an alias. */
            name?: string;
            /** @description Other names in print. */
            aliases?: {
                add?: string[];
                remove?: string[];
            };
            /** @description The offices and roles of the person. */
            positions?: {
                add?: {
                    /** @description The title, such as "mayor of Leeds". */
                    title: string;
                    /** @description The organization of the position: id, slug or name; null for none. */
                    organization?: string | null;
                    /** @description When it began, as EDTF; null if unknown. */
                    from?: string | null;
                    /** @description When it ended, as EDTF; null if the person still holds it, or if unknown. */
                    to?: string | null;
                }[];
                /** @description Fields that are left out keep their values. Set `to` to end a position. */
                change?: {
                    /** Format: uuid */
                    id: string;
                    /** @description The title, such as "mayor of Leeds". */
                    title?: string;
                    /** @description The organization of the position: id, slug or name; null for none. */
                    organization?: string | null;
                    /** @description When it began, as EDTF; null if unknown. */
                    from?: string | null;
                    /** @description When it ended, as EDTF; null if the person still holds it, or if unknown. */
                    to?: string | null;
                }[];
                /** @description Ids of positions that the person never held. */
                remove?: string[];
            };
        };
        OfficialPage: {
            items: components["schemas"]["Official"][];
            page: components["schemas"]["NamedPageLinks"];
        };
        OfficialReference: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
        };
        Organization: {
            /** Format: uuid */
            id: string;
            /** @description The permanent address of this organization. */
            url: string;
            slug: string;
            /** @description The name, at first as the first article prints it. */
            name: string;
            /** @description Other names of the organization in print. */
            aliases: string[];
            identifiers: components["schemas"]["Identifier"][];
            /** @description Statements of the organization itself, and of people who spoke for it. Lists also have those of people who held a position in it then. */
            statements: {
                count: number;
                /** @description True if there are too many to count for each answer. */
                estimated?: boolean;
            };
            version: number;
            /** Format: date-time */
            recorded: string;
            /** Format: date-time */
            updated: string;
        };
        OrganizationCorrection: {
            reason: components["schemas"]["Reason"];
            /** @description The name. The old name becomes an alias. */
            name?: string;
            /** @description Other names in print. */
            aliases?: {
                add?: string[];
                remove?: string[];
            };
        };
        OrganizationPage: {
            items: components["schemas"]["Organization"][];
            page: components["schemas"]["NamedPageLinks"];
        };
        OrganizationReference: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
        };
        PageLinks: {
            /** @description The number of items per page that applied. */
            limit: number;
            /** @description The number of all matches; null without the parameter count. */
            count: number | null;
            self: string;
            first: string;
            /** @description The previous page; null on the first page. */
            prev: string | null;
            /** @description The next page; null on the last page. */
            next: string | null;
        };
        PopoloIdentifier: {
            /** @description Who issued the identifier, such as wikidata. */
            scheme: string;
            identifier: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Popolo: people, and the organizations in which they hold office, with dates. */
        PopoloInput: {
            /** @default [] */
            persons?: ({
                /** @description The id that the rest of the file uses. A UUID becomes the id in this service. */
                id?: string | null;
                name: string;
                /** @description Other names in print. */
                other_names?: components["schemas"]["PopoloName"][] | null;
                /** @description Identifiers in other registers. They decide which record is meant. */
                identifiers?: components["schemas"]["PopoloIdentifier"][] | null;
            } & {
                [key: string]: unknown;
            })[];
            /** @default [] */
            organizations?: ({
                /** @description The id that the rest of the file uses. A UUID becomes the id in this service. */
                id?: string | null;
                name: string;
                /** @description Other names in print. */
                other_names?: components["schemas"]["PopoloName"][] | null;
                /** @description Identifiers in other registers. They decide which record is meant. */
                identifiers?: components["schemas"]["PopoloIdentifier"][] | null;
            } & {
                [key: string]: unknown;
            })[];
            /** @default [] */
            memberships?: ({
                /** @description The id that the rest of the file uses. A UUID becomes the id in this service. */
                id?: string | null;
                /** @description The id of one of the persons, or of a person on record. */
                person_id: string;
                /** @description The id of one of the organizations, or of an organization on record. */
                organization_id?: string | null;
                post_id?: string | null;
                /** @description The title, if there is no post, such as Foreign Secretary. */
                role?: string | null;
                label?: string | null;
                /** @description As EDTF: 2022-09-06, 2022-09 or 2022. */
                start_date?: string | null;
                /** @description As EDTF; leave it out if the person still holds the office. */
                end_date?: string | null;
                /** @description The id of an event. Its dates are used for missing dates. */
                legislative_period_id?: string | null;
            } & {
                [key: string]: unknown;
            })[];
            /** @default [] */
            posts?: ({
                id: string;
                label?: string | null;
                role?: string | null;
                organization_id?: string | null;
            } & {
                [key: string]: unknown;
            })[];
            events?: ({
                /** @description The id that the rest of the file uses. A UUID becomes the id in this service. */
                id?: string | null;
                start_date: unknown;
                end_date: unknown;
            } & {
                [key: string]: unknown;
            })[] | null;
        } & {
            [key: string]: unknown;
        };
        PopoloName: {
            name: string;
        } & {
            [key: string]: unknown;
        };
        /** @description An office or role that the person holds or held. */
        Position: {
            /** Format: uuid */
            id: string;
            title: string;
            organization: components["schemas"]["OrganizationReference"] | null;
            /** @description EDTF; null if unknown. */
            from: string | null;
            /** @description EDTF; null if the person still holds it, or if unknown. */
            to: string | null;
            /**
             * @description printed: read in an article beside the name; roster: from a list of office holders; person: entered by a reviewer.
             * @enum {string}
             */
            basis: "printed" | "roster" | "person";
        };
        PrintedSpeaker: {
            name: components["schemas"]["Speaker"]["name"];
            kind: components["schemas"]["Speaker"]["kind"];
            /** @description The organization that speaks, or for which the person speaks, as printed. */
            organization: string | null;
            role: components["schemas"]["Speaker"]["role"];
            former: components["schemas"]["Speaker"]["former"];
            attribution: components["schemas"]["Speaker"]["attribution"];
            candidates: components["schemas"]["Speaker"]["candidates"];
            mention: components["schemas"]["Speaker"]["mention"];
            antecedent: components["schemas"]["Speaker"]["antecedent"];
            role_evidence: components["schemas"]["Speaker"]["role_evidence"];
            rule: components["schemas"]["Speaker"]["rule"];
        };
        /** @description A failure, as defined by RFC 9457. */
        Problem: {
            /** @description The URL of the page that explains the code. */
            type: string;
            title: string;
            status: number;
            /** @description What went wrong in this request, and what to do. */
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description A stable code for programs.
             * @enum {string}
             */
            code: "invalid_parameter" | "unknown_parameter" | "invalid_cursor" | "invalid_body" | "malformed_request" | "unauthorized" | "forbidden" | "not_found" | "gone" | "method_not_allowed" | "not_acceptable" | "conflict" | "precondition_failed" | "precondition_required" | "idempotency_mismatch" | "fetch_refused" | "fetch_failed" | "robots_disallowed" | "not_a_feed" | "unreadable_article" | "article_not_found" | "article_behind_wall" | "too_many_statements" | "too_many_webhooks" | "too_many_searches" | "payload_too_large" | "uri_too_long" | "unsupported_media_type" | "expectation_failed" | "headers_too_large" | "request_timeout" | "rate_limited" | "span_mismatch" | "internal_error" | "not_implemented" | "unavailable" | "too_broad" | "timeout";
            /** @description Every mistake in the request; often empty. */
            errors: {
                /** @description A JSON pointer (RFC 6901) into the body. */
                pointer?: string;
                /** @description The name of the query parameter, path parameter or header. */
                parameter?: string;
                code: string;
                message: string;
            }[];
            /** @description Identifies the request in the log; equal to the header X-Request-Id. */
            request_id: string;
            /** @description Only with 410: when, by whom and why the resource was withdrawn. */
            tombstone?: {
                /** Format: date-time */
                at: string;
                by: string;
                reason: string | null;
            };
        };
        Progress: {
            /** @description All lines, without blank ones. */
            total: number;
            /** @description Not ingested yet, or to be retried. */
            waiting: number;
            /** @description New articles. */
            created: number;
            /** @description New texts of known articles. */
            changed: number;
            /** @description Texts that are on record already. */
            known: number;
            /** @description Not ingested, because of their `problem`. */
            failed: number;
            /** @description How many of the failed lines POST …/retry queues again. */
            retryable: number;
            /** @description Not ingested, because the job was cancelled. */
            cancelled: number;
            /** @description New statements. */
            statements: number;
        };
        PublicJwk: {
            /** @constant */
            kty: "OKP";
            /** @constant */
            crv: "Ed25519";
            x: string;
            /** @description The thumbprint of the key (RFC 7638). */
            kid: string;
            /** @constant */
            use: "sig";
            /** @constant */
            alg: "EdDSA";
        };
        /** @description When the article was published, and whether the date was printed or inferred. */
        Published: {
            edtf: string | null;
            /** Format: date */
            earliest: string | null;
            /** Format: date */
            latest: string | null;
            /** @enum {string} */
            basis: "stated" | "inferred" | "unknown";
        };
        PublisherPage: {
            items: {
                /** @description The spelling of most of its articles. */
                name: string;
                /** @description All spellings on record, with this one. */
                spellings: string[];
                articles: {
                    count: number;
                };
                statements: {
                    count: number;
                    /** @description True if there are more than about 10,000. */
                    estimated?: boolean;
                };
                links: {
                    articles: string;
                    statements: string;
                };
            }[];
            page: components["schemas"]["PageLinks"];
        };
        QuestionAnswer: {
            understood: components["schemas"]["Understood"];
            items: components["schemas"]["Statement"][];
            page: components["schemas"]["StatementPageLinks"];
        };
        /** @description A part of the question: its offsets, and its reading. */
        QuestionPart: {
            start: number;
            end: number;
            text: string;
            /**
             * @description official, organization, publisher: a name on record; said, published: a period; words: searched; ignored: words that only ask.
             * @enum {string}
             */
            kind: "official" | "organization" | "publisher" | "said" | "published" | "words" | "ignored";
            /** @description The parameters of /v1/statements that the part becomes, with their values. */
            filters: {
                [key: string]: string;
            };
            /** @description The names of the records in the filter. */
            names: string[];
            /** @description Other records that the part may mean, with the list of statements for each. */
            alternatives: {
                /** @enum {string} */
                kind: "official" | "organization" | "publisher";
                name: string;
                url: string;
            }[];
            /** @description The reason for this reading, if it is not obvious. */
            note: string | null;
            /** @description The same question with the part as words to search; null if the part is searched already. */
            switch_off: string | null;
        };
        Quotation: {
            /** @description The quotation, as your text prints it. */
            quote: string;
            /** @description Who said it according to your text. */
            speaker?: string | null;
            /** @example 2024-09-15 */
            said_from?: string;
            /** @example 2024-12 */
            said_to?: string;
            /** @example vedant-patel */
            official?: string[];
            /** @example state-department */
            organization?: string[];
            article?: string[];
            /** @example The Gazette */
            publisher?: string[];
            /** @example 2025 */
            published_from?: string;
            /** @example 2025-01-31 */
            published_to?: string;
            /** @description true signs and keeps a receipt: hashes, ids and verdicts, and no words. */
            receipt?: boolean;
            /**
             * @description At most 100 reports in `others`.
             * @default 20
             */
            limit?: number;
        };
        QuotationDocument: {
            /** @constant */
            "@context": "https://schema.org";
            "@id": string;
            /**
             * @description CreativeWork: a paraphrase. It has no `text`.
             * @enum {string}
             */
            "@type": "Quotation" | "CreativeWork";
        } & {
            [key: string]: unknown;
        };
        QuotationGraph: {
            /** @constant */
            "@context": "https://schema.org";
            "@graph": ({
                "@id": string;
                /**
                 * @description CreativeWork: a paraphrase. It has no `text`.
                 * @enum {string}
                 */
                "@type": "Quotation" | "CreativeWork";
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        /** @description The words of the quotation beside those of a statement. `turning`: words such as not, but, if and only that the quotation drops. */
        QuoteComparison: {
            /** @enum {string} */
            verdict: "verbatim" | "partial" | "spliced" | "altered" | "paraphrase" | "none" | "too-short";
            /** @description The share of the quotation that the statement has in this order. */
            share: number;
            /** @description edited: words in brackets are the editor’s. */
            reading: ("as-written" | "edited" | "pieces") | null;
            /** @description The words that both have, piece by piece. */
            matched: {
                quote: components["schemas"]["Words"];
                statement: components["schemas"]["Words"][];
            }[];
            /** @description Differences of typography, which do not count. */
            folds: components["schemas"]["WordDifference"][];
            /** @description Other words: a negation, number, date, name, contraction, number-form, spelling, capitalization, order, added, left-out, other-word. */
            changes: components["schemas"]["WordDifference"][];
            /** @description Words that the quotation leaves out between two pieces. */
            gaps: {
                quote: components["schemas"]["Words"];
                statement: components["schemas"]["Words"][];
                words: number;
                /** @description Whether an ellipsis shows it. */
                marked: boolean;
                /** @description True if they are words of the report. */
                report: boolean;
                turning: components["schemas"]["Words"][];
            }[];
            /** @description Words in brackets that explain, or replace a pronoun. */
            glosses: {
                quote: components["schemas"]["Words"];
                replaced: components["schemas"]["Words"] | null;
            }[];
            /** @description Whether a sentence goes on before or after the quotation. */
            cut: {
                before: boolean;
                after: boolean;
                turning: components["schemas"]["Words"][];
            };
            /** @description True if the article has narration between the words. */
            interrupted: boolean;
        };
        /** @description A statement on record beside a quotation. `agrees` is unknown if neither is certain. */
        QuoteReport: {
            statement: {
                /** Format: uuid */
                id: string;
                url: string;
                /** @enum {string} */
                status: "machine" | "verified" | "disputed" | "retracted" | "rejected";
                /** @enum {string} */
                type: "direct" | "mixed" | "indirect";
                text: string;
                speaker: string | null;
                official: components["schemas"]["OfficialReference"] | null;
                said: components["schemas"]["Said"];
                article: components["schemas"]["ArticleReference"];
                /** @description True if the publisher removed the words. */
                vanished: boolean;
            };
            comparison: components["schemas"]["QuoteComparison"];
            /** @description To the words in the article, else to the statement. */
            link: string;
            speaker_agrees: {
                /** @enum {string} */
                agrees: "yes" | "no" | "unknown";
                reason: string;
                on_record: string | null;
                claimed: string | null;
            };
            /**
             * @description Whether they were said in the claimed period.
             * @enum {string}
             */
            said_agrees: "yes" | "no" | "unknown";
        };
        /** @description The reason for the change. The history shows it to all readers. */
        Reason: string;
        /** @description A signed record of a check. It has hashes and ids, and no words of the text. */
        Receipt: {
            url: string;
            signed: components["schemas"]["ReceiptContent"];
            /** @description The key, as `/.well-known/onrecord-keys.json` names it. */
            kid: string;
            /** @description Ed25519, in base64url, over the canonical JSON (RFC 8785) of `signed`. */
            signature: string;
        };
        ReceiptContent: {
            /** @constant */
            format: "onrecord-receipt-1";
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description The time of the check.
             */
            checked: string;
            /** @description The version of the service. */
            service: string;
            /** @description The version of the rules of comparison. */
            rules: number;
            /** @description The last change of the record before the check (`GET /v1/changes`). */
            position: number;
            text: {
                /** @description Of the checked text in UTF-8. */
                sha256: string;
                length: number;
            };
            quotations: components["schemas"]["CheckedQuotation"][];
            /** @description Quotations of the text that were not checked. */
            unchecked: number;
        };
        ReceiptEvidence: {
            /** Format: uuid */
            statement: string;
            /** Format: uuid */
            snapshot: string;
            /** @description Of the text of the snapshot. */
            sha256: string;
        };
        /** @description A JSON Web Key Set (RFC 7517). */
        ReceiptKeys: {
            keys: components["schemas"]["PublicJwk"][];
        };
        RemovedArticle: {
            /** Format: uuid */
            id: string;
            /** @description The address of the article, which now answers 410. */
            url: string;
            /**
             * @description withdrawn: it can be restored; erased: its words are removed permanently.
             * @enum {string}
             */
            state: "withdrawn" | "erased";
            /** Format: date-time */
            at: string;
            /** @description The name of the key. */
            by: string;
            reason: string | null;
            /** @description The texts, without their words. */
            snapshots: components["schemas"]["Snapshot"][];
            version: number;
        };
        /** @description The record that is used in place of a merged one. */
        ResolvedReference: {
            /** @description The parameter that names the merged record. */
            parameter: string;
            /** @description The id or slug of the merged record, as given. */
            given: string;
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
        };
        Restoration: {
            reason: components["schemas"]["Reason"];
            /** @description Restore the whole statement as it was at this version, including its status. */
            version?: number;
        };
        Roster: {
            memberships: components["schemas"]["RosterMembership"][];
            organizations: components["schemas"]["RosterEntity"][];
            persons: components["schemas"]["RosterEntity"][];
        };
        RosterChange: {
            /** @enum {string} */
            kind: "person" | "organization" | "membership";
            /** @enum {string} */
            action: "created" | "updated";
            /** @description The place in the file: a JSON pointer; `/lines/4` in CSV. */
            place: string;
            /** @description For a membership: the person and the title. */
            name: string;
            /** @description The address of the record; null in a dry run for a new record. */
            url: string | null;
        };
        RosterCounts: {
            created: number;
            /** @description On record before; values were added. */
            updated: number;
            unchanged: number;
        };
        RosterEntity: {
            /** Format: uuid */
            id: string;
            name: string;
            other_names: {
                name: string;
            }[];
            identifiers: {
                scheme: string;
                identifier: string;
            }[];
        };
        RosterMembership: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            person_id: string;
            /** Format: uuid */
            organization_id: string | null;
            role: string;
            /** @description EDTF. Every Popolo date is valid EDTF. */
            start_date: string | null;
            end_date: string | null;
        };
        RosterResult: {
            /** @description True for a dry run: nothing was written. */
            dry_run: boolean;
            persons: components["schemas"]["RosterCounts"];
            organizations: components["schemas"]["RosterCounts"];
            memberships: components["schemas"]["RosterCounts"];
            /** @description The first 200 created and updated entries, in order. */
            changes: components["schemas"]["RosterChange"][];
            /** @description Popolo terms that were sent but are not stored, such as persons.birth_date. */
            ignored: string[];
        };
        /** @description When the words were spoken: never the date they were published or recorded. */
        Said: {
            /** @description When the words were spoken, as an EDTF level 1 date or interval (`../2025-01?`: no later than). */
            edtf: string;
            /**
             * Format: date
             * @description The first possible day; null if the text sets no lower bound.
             */
            earliest: string | null;
            /**
             * Format: date
             * @description The last possible day; null only if the date of publication is unknown.
             */
            latest: string | null;
            /** @enum {string} */
            precision: "day" | "week" | "month" | "quarter" | "season" | "half" | "year" | "decade" | "century" | "interval" | "open";
            /**
             * @description How the date is known. `publication`: the text gives no date, so only "on or before publication" is known.
             * @enum {string}
             */
            basis: "stated" | "relative-to-publication" | "relative-to-narrative" | "bounded" | "publication";
            /** @description The words of the text that give the date. */
            expression: components["schemas"]["Evidence"] | null;
        };
        /** @description When the words were spoken. The whole object is replaced. */
        SaidCorrection: {
            /**
             * @description When the words were spoken, as EDTF.
             * @example 2024-09-05
             */
            edtf: string;
            /**
             * @description How the date is known.
             * @enum {string}
             */
            basis: "stated" | "relative-to-publication" | "relative-to-narrative" | "bounded" | "publication";
            /** @description The words of the text that give the date. */
            expression?: components["schemas"]["GivenEvidence"] | null;
        };
        SaidDate: {
            /** @description The date or interval, EDTF level 1. */
            edtf: string;
            /** @description The statements of this date. */
            url: string;
            /** Format: date */
            earliest: string;
            /** Format: date */
            latest: string | null;
            /** @enum {string} */
            precision: "day" | "week" | "month" | "quarter" | "season" | "half" | "year" | "decade" | "century" | "interval" | "open";
            /** @description How many statements have this date. */
            statements: number;
            /** @description How many different people made these statements. */
            officials: number;
        };
        SavedSearch: {
            /** Format: uuid */
            id: string;
            /** @description The address of this resource. */
            url: string;
            /** @description The name of the key that created it. If the key is revoked, webhooks do not follow the search. */
            owner: string;
            name: string;
            /** @description The words to find, as in `GET /v1/statements`. */
            q: string | null;
            filters: components["schemas"]["SearchFilters"];
            /** @description The URL of the matches. */
            matches: string;
            version: number;
            /** Format: date-time */
            recorded: string;
            /** Format: date-time */
            updated: string;
        };
        SearchChange: {
            name?: components["schemas"]["NewSearch"]["name"];
            q?: components["schemas"]["NewSearch"]["q"];
            filters?: components["schemas"]["SearchFiltersInput"];
        };
        /** @description Parameters of `GET /v1/statements`, with the same values. */
        SearchFilters: {
            official?: string[] | string[] | unknown;
            organization?: string[] | string[] | unknown;
            article?: string[] | string[] | unknown;
            publisher?: string[] | string[] | unknown;
            type?: string[] | string[] | unknown;
            polarity?: string[] | string[] | unknown;
            status?: string[] | string[] | unknown;
            attribution?: string[] | string[] | unknown;
            said_from?: string;
            said_to?: string;
            said_basis?: string[] | string[] | unknown;
            match?: string;
            published_from?: string;
            published_to?: string;
            vanished?: string;
            min_confidence?: number;
        };
        /** @description Parameters of `GET /v1/statements`, with the same values. */
        SearchFiltersInput: {
            official?: string[] | string[] | string;
            organization?: string[] | string[] | string;
            article?: string[] | string[] | string;
            publisher?: string[] | string[] | string;
            type?: string[] | string[] | string;
            polarity?: string[] | string[] | string;
            status?: string[] | string[] | string;
            attribution?: string[] | string[] | string;
            said_from?: string;
            said_to?: string;
            said_basis?: string[] | string[] | string;
            match?: string;
            published_from?: string;
            published_to?: string;
            vanished?: string;
            min_confidence?: number;
        };
        SearchMatch: components["schemas"]["Change"] & {
            searches: {
                /** Format: uuid */
                id: string;
                url: string;
                name: string;
                /** @description The places of the search in the text; absent if the search has no `q`. */
                highlights?: {
                    start: number;
                    end: number;
                }[];
            }[];
            /** @description The statement as it is when the message is sent. */
            statement: components["schemas"]["Statement"];
        };
        SearchMessage: {
            /** @constant */
            type: "search.matched";
            /** Format: date-time */
            timestamp: string;
            data: components["schemas"]["SearchMatch"];
        };
        SearchPage: {
            items: components["schemas"]["SavedSearch"][];
            page: components["schemas"]["PageLinks"];
        };
        SightingReport: components["schemas"]["QuoteReport"] & {
            /**
             * Format: uuid
             * @description The first report with the same words before and after: both are likely of one text.
             */
            copy_of: string | null;
        };
        Sightings: {
            /** @description The reports without copies. */
            independent: number;
            /** @description The parts in which a report differs from the first. */
            disagreements: ("speaker" | "date" | "words")[];
            /** @description At most 100, the first published first. Each is compared with the words, speaker and date of the first. */
            reports: components["schemas"]["SightingReport"][];
        };
        /** @description One version of the text. It never changes. */
        Snapshot: {
            /** Format: uuid */
            id: string;
            /** @description 1 for the first text read of the article, then 2, … */
            ordinal: number;
            /** @description SHA-256 of the UTF-8 text, in hexadecimal. */
            sha256: string;
            /** @description In UTF-16 code units, the unit of every offset. */
            length: number;
            /** Format: date-time */
            retrieved: string;
            /** @description As printed; absent if unknown. */
            section?: string;
            /** @description When the publisher last changed it: a day or a time; absent if unknown. */
            modified?: string;
        };
        SnapshotPage: {
            items: components["schemas"]["Snapshot"][];
            page: components["schemas"]["PageLinks"];
        };
        Source: {
            /** Format: uuid */
            id: string;
            /** @description The address of the feed. If it moves for good, the new address. */
            url: string;
            /** @enum {string} */
            kind: "rss" | "atom" | "rdf" | "json" | "sitemap";
            /** @description The title of the feed. */
            title: string | null;
            publisher: string | null;
            language: string | null;
            time_zone: string | null;
            interval_minutes: number;
            first_entries: number;
            /**
             * @description disabled: the feed is gone, has failed for 30 days, or is another source too.
             * @enum {string}
             */
            status: "active" | "paused" | "disabled";
            /** @description Why it was disabled. */
            status_reason: string | null;
            /**
             * Format: date-time
             * @description The last poll.
             */
            polled: string | null;
            /**
             * Format: date-time
             * @description The last poll with new content.
             */
            read: string | null;
            /** Format: date-time */
            next_poll: string | null;
            /** @description Failed polls since the last success. */
            failures: number;
            /** Format: date-time */
            failing_since: string | null;
            /** @description Why the last poll failed. */
            problem: components["schemas"]["SourceProblem"] | null;
            entries: {
                waiting: number;
                ingested: number;
                skipped: number;
                failed: number;
            };
            /** @description The name of the key that added it. */
            added_by: string;
            version: number;
            /** Format: date-time */
            recorded: string;
            /** Format: date-time */
            updated: string;
            links: {
                self: string;
                entries: string;
            };
        };
        SourceChange: {
            publisher?: components["schemas"]["NewSource"]["publisher"];
            language?: components["schemas"]["NewSource"]["language"];
            time_zone?: components["schemas"]["NewSource"]["time_zone"];
            interval_minutes?: components["schemas"]["NewSource"]["interval_minutes"];
            first_entries?: components["schemas"]["NewSource"]["first_entries"];
            /**
             * @description With paused, nothing is fetched.
             * @enum {string}
             */
            status?: "active" | "paused";
        };
        SourceEntry: {
            /** Format: uuid */
            id: string;
            /** @description The address of the article; null if the article was erased. */
            url: string | null;
            /** @description The date, as the feed prints it. */
            published: string | null;
            /**
             * @description waiting: to be fetched, or to be tried again; skipped: not fetched; failed: not ingested.
             * @enum {string}
             */
            state: "waiting" | "ingested" | "skipped" | "failed";
            /** @description created: a new article; changed: a new text; known: the text was on record. */
            outcome: ("created" | "changed" | "known") | null;
            article: {
                /** Format: uuid */
                id: string;
                url: string;
            } | null;
            /** @description New statements. */
            statements: number | null;
            /** @description Why it was skipped or failed, or why the last attempt failed. */
            reason: components["schemas"]["SourceProblem"] | null;
            attempts: number;
            /** Format: date-time */
            next_attempt: string | null;
            /**
             * Format: date-time
             * @description When a poll found it.
             */
            recorded: string;
            /** Format: date-time */
            fetched: string | null;
        };
        SourceEntryPage: {
            items: components["schemas"]["SourceEntry"][];
            page: components["schemas"]["PageLinks"];
        };
        SourcePage: {
            items: components["schemas"]["Source"][];
            page: components["schemas"]["PageLinks"];
        };
        /** @description Why nothing was ingested. */
        SourceProblem: {
            /** @description Stable: the code of an error, `older` or `read_elsewhere`. */
            code: string;
            /** @description What happened. */
            detail: string;
        };
        /** @description Article with only the fields that `fields` names. */
        SparseArticle: {
            /** Format: uuid */
            id?: string;
            title?: string | null;
            publisher?: string | null;
            byline?: string | null;
            dateline?: components["schemas"]["Article"]["dateline"];
            url?: components["schemas"]["Article"]["url"];
            language?: string | null;
            published?: components["schemas"]["Published"];
            snapshot?: components["schemas"]["Article"]["snapshot"];
            statements?: components["schemas"]["Article"]["statements"];
            links?: components["schemas"]["Article"]["links"];
            match?: components["schemas"]["Article"]["match"];
            version?: number;
            /** Format: date-time */
            recorded?: string;
            /** Format: date-time */
            updated?: string;
        };
        /** @description Official with only the fields that `fields` names. */
        SparseOfficial: {
            /** Format: uuid */
            id?: string;
            url?: components["schemas"]["Official"]["url"];
            slug?: string;
            name?: string;
            aliases?: components["schemas"]["Official"]["aliases"];
            identifiers?: components["schemas"]["Official"]["identifiers"];
            positions?: components["schemas"]["Official"]["positions"];
            statements?: components["schemas"]["Official"]["statements"];
            version?: number;
            /** Format: date-time */
            recorded?: string;
            /** Format: date-time */
            updated?: string;
        };
        /** @description Organization with only the fields that `fields` names. */
        SparseOrganization: {
            /** Format: uuid */
            id?: string;
            url?: components["schemas"]["Organization"]["url"];
            slug?: string;
            name?: components["schemas"]["Organization"]["name"];
            aliases?: components["schemas"]["Organization"]["aliases"];
            identifiers?: components["schemas"]["Identifier"][];
            statements?: components["schemas"]["Organization"]["statements"];
            version?: number;
            /** Format: date-time */
            recorded?: string;
            /** Format: date-time */
            updated?: string;
        };
        /** @description Statement with only the fields that `fields` names. */
        SparseStatement: {
            /** Format: uuid */
            id?: string;
            url?: components["schemas"]["Statement"]["url"];
            type?: components["schemas"]["Statement"]["type"];
            polarity?: components["schemas"]["Statement"]["polarity"];
            verbatim?: components["schemas"]["Statement"]["verbatim"];
            text?: components["schemas"]["Statement"]["text"];
            segments?: components["schemas"]["Statement"]["segments"];
            quoted?: components["schemas"]["Statement"]["quoted"];
            speaker?: components["schemas"]["Speaker"];
            cue?: components["schemas"]["Statement"]["cue"];
            said?: components["schemas"]["Said"];
            venue?: components["schemas"]["Statement"]["venue"];
            addressee?: components["schemas"]["Statement"]["addressee"];
            relay?: components["schemas"]["Statement"]["relay"];
            within?: components["schemas"]["Statement"]["within"];
            context?: components["schemas"]["Statement"]["context"];
            confidence?: components["schemas"]["Statement"]["confidence"];
            speaker_confidence?: components["schemas"]["Statement"]["speaker_confidence"];
            rule?: components["schemas"]["Statement"]["rule"];
            article?: components["schemas"]["Statement"]["article"];
            place?: components["schemas"]["Statement"]["place"];
            status?: components["schemas"]["Statement"]["status"];
            sightings?: components["schemas"]["Statement"]["sightings"];
            vanished?: components["schemas"]["Statement"]["vanished"];
            highlights?: components["schemas"]["Statement"]["highlights"];
            version?: number;
            recorded?: components["schemas"]["Statement"]["recorded"];
            /** Format: date-time */
            updated?: string;
        };
        Speaker: {
            /** @description The full name the article prints; null if it names no person. */
            name: string | null;
            /** @enum {string} */
            kind: "person" | "organization" | "group" | "document" | "unknown";
            /** @description The organization that speaks, or for which the person speaks. In full with expand=organization. */
            organization: (components["schemas"]["OrganizationReference"] | components["schemas"]["Organization"]) | null;
            /** @description The role as printed with the nearest mention at or before the words. */
            role: string | null;
            /** @description True if the article calls the role a former one. */
            former: boolean;
            /**
             * @description How the speaker is known.
             * @enum {string}
             */
            attribution: "named" | "pronoun" | "carried-over" | "organization" | "ambiguous" | "none";
            /** @description The possible speakers, if the attribution is ambiguous. */
            candidates: string[];
            /** @description The words that name the speaker beside the statement. */
            mention: components["schemas"]["Evidence"] | null;
            /** @description The earlier mention to which a pronoun or a short name refers. */
            antecedent: components["schemas"]["Evidence"] | null;
            /** @description The words that print the role. */
            role_evidence: components["schemas"]["Evidence"] | null;
            /** @description The rule that identified the speaker. */
            rule: string;
            /** @description The person on record, if that is certain. In full with expand=official. */
            official: (components["schemas"]["OfficialReference"] | components["schemas"]["Official"]) | null;
            /** @description The position the person held when the words were spoken, from rosters and corrections. If the text does not date the words, the date of publication counts. null if no position is known, or if the dates do not prove it. */
            position: components["schemas"]["HeldPosition"] | null;
        };
        /** @description The speaker. Fields that are left out keep their values; a new person loses the old role. */
        SpeakerCorrection: {
            /** @description The person, by id or slug; null removes the person. */
            official?: string | null;
            /** @description The full name as the article prints it. Without `official`, it finds the person with that name or adds one. */
            name?: string | null;
            /**
             * @description The kind of speaker.
             * @enum {string}
             */
            kind?: "person" | "organization" | "group" | "document" | "unknown";
            /** @description The organization that speaks, or for which the person speaks: id, slug or name. */
            organization?: string | null;
            /** @description The role as printed. */
            role?: string | null;
            /** @description Whether the article calls the role a former one. */
            former?: boolean;
            /**
             * @description How the speaker is known.
             * @enum {string}
             */
            attribution?: "named" | "pronoun" | "carried-over" | "organization" | "ambiguous" | "none";
            /** @description The possible speakers, if the speaker is ambiguous. */
            candidates?: string[];
            /** @description The words that name the speaker beside the statement. */
            mention?: components["schemas"]["GivenEvidence"] | null;
            /** @description The earlier mention to which these words refer. */
            antecedent?: components["schemas"]["GivenEvidence"] | null;
            /** @description The words that print the role. */
            role_evidence?: components["schemas"]["GivenEvidence"] | null;
        };
        Split: {
            reason: components["schemas"]["Reason"];
            /** @description Ids of the statements of the other person. */
            statements: string[];
            /** @description Ids of the positions of the other person. */
            positions?: string[];
            /** @description The other person, if on record: an id or a slug. */
            into?: string;
            /** @description The name of the other person, if not on record yet. */
            name?: string;
        };
        SplitOfficials: {
            /** @description The person the words were recorded under. */
            from: components["schemas"]["Official"];
            /** @description The person who said them. */
            into: components["schemas"]["Official"];
        };
        Statement: {
            /** Format: uuid */
            id: string;
            /** @description The permanent address of this statement. */
            url: string;
            /**
             * @description direct: all in quotation marks; mixed: a paraphrase with quoted words; indirect: a paraphrase.
             * @enum {string}
             */
            type: "direct" | "mixed" | "indirect";
            /**
             * @description affirmed: the speaker said it; denied, refused, negated, future, asked: the speaker did not affirm it.
             * @enum {string}
             */
            polarity: "affirmed" | "denied" | "refused" | "negated" | "future" | "asked";
            /** @description True only if every segment stands in quotation marks in the article. */
            verbatim: boolean;
            /** @description The words to read: the segments in order, with … between segments that are apart. Quotation marks are balanced. The segments hold the exact characters. */
            text: string;
            /** @description The exact pieces of the article in `text`, in order. */
            segments: components["schemas"]["Evidence"][];
            /** @description The pieces in quotation marks: only these are verbatim. */
            quoted: components["schemas"]["Evidence"][];
            speaker: components["schemas"]["Speaker"];
            /** @description The words that make it reported speech: "said", "according to". */
            cue: components["schemas"]["Evidence"] | null;
            said: components["schemas"]["Said"];
            /** @description Where the words were spoken, as printed. */
            venue: components["schemas"]["Evidence"] | null;
            /** @description To whom, as printed. */
            addressee: components["schemas"]["Evidence"] | null;
            /** @description Through whom they reached the article, as printed. */
            relay: components["schemas"]["Evidence"] | null;
            /** @description The segment of another statement that holds this one. */
            within: components["schemas"]["Evidence"] | null;
            /** @description The text before and after. */
            context: {
                before: string;
                after: string;
            };
            /** @description Of statements with 0.9, nine in ten have the right words. */
            confidence: number;
            /** @description How often such a name is right. */
            speaker_confidence: number | null;
            /** @description The rule that found the words. */
            rule: string;
            /** @description The article that prints it. In full with expand=article. */
            article: components["schemas"]["ArticleReference"] | components["schemas"]["Article"];
            /** @description Where the words begin in the source; absent for articles without pages and times. */
            place?: {
                /** @description Of a PDF. */
                page: number | null;
                /** @description In a film with subtitles: hours:minutes:seconds. */
                time: string | null;
            };
            /**
             * @description machine: as extracted; the others were set by a reviewer.
             * @enum {string}
             */
            status: "machine" | "verified" | "disputed" | "retracted" | "rejected";
            /** @description How many statements on record report the same utterance: 1 if it is the only one. */
            sightings: number;
            /** @description Set if the publisher removed the words from the article; null while the article has them. */
            vanished: {
                /**
                 * Format: uuid
                 * @description The first later text without the words.
                 */
                snapshot: string;
                /** Format: date-time */
                noticed: string;
            } | null;
            /** @description Only with `q`: the places of the found words in `text`. */
            highlights?: {
                start: number;
                end: number;
            }[];
            version: number;
            /**
             * Format: date-time
             * @description When this service recorded it, not when it was said or published.
             */
            recorded: string;
            /** Format: date-time */
            updated: string;
        };
        StatementCorrection: {
            reason: components["schemas"]["Reason"];
            /**
             * @description All in quotation marks, a paraphrase, or both.
             * @enum {string}
             */
            type?: "direct" | "mixed" | "indirect";
            /** @description The pieces of the statement, in text order. */
            segments?: components["schemas"]["GivenEvidence"][];
            /**
             * @description Whether the speaker said it, denied it, refused to comment …
             * @enum {string}
             */
            polarity?: "affirmed" | "denied" | "refused" | "negated" | "future" | "asked";
            /** @description The pieces in quotation marks. Default: all of a direct statement, nothing of an indirect one. */
            quoted?: components["schemas"]["GivenEvidence"][];
            speaker?: components["schemas"]["SpeakerCorrection"];
            said?: components["schemas"]["SaidCorrection"];
            /** @description The words that make it reported speech. */
            cue?: components["schemas"]["GivenEvidence"] | null;
            /** @description Where the words were spoken, as printed. */
            venue?: components["schemas"]["GivenEvidence"] | null;
            /** @description To whom, as printed. */
            addressee?: components["schemas"]["GivenEvidence"] | null;
            /** @description Through whom they reached the article, as printed. */
            relay?: components["schemas"]["GivenEvidence"] | null;
        };
        /** @description How many statements the ingestion changed. */
        StatementCounts: {
            /** @description New statements. */
            created: number;
            /** @description On record before, with the same words in the new text. */
            moved: number;
            /** @description On record before, with other words in the new text. */
            changed: number;
            /** @description On record before, but not in the new text. */
            vanished: number;
            /** @description On record before. Their date changed, because the date of publication was sent. */
            redated: number;
        };
        StatementPage: {
            items: components["schemas"]["Statement"][];
            page: components["schemas"]["StatementPageLinks"];
        };
        StatementPageLinks: components["schemas"]["PageLinks"] & {
            /** @description Only if a filter names a merged record. */
            resolved?: components["schemas"]["ResolvedReference"][];
            left_out?: components["schemas"]["LeftOut"];
            /** @description Only if not all matches are ranked. */
            ranked?: {
                newest: number;
                /** @description The estimated number of all matches. */
                of: number;
            };
            facets?: components["schemas"]["Facets"];
            nothing_found?: components["schemas"]["NothingFound"];
        };
        StatementsOfDate: {
            edtf: string;
            /** Format: date */
            earliest: string | null;
            /** Format: date */
            latest: string | null;
            /** @enum {string} */
            precision: "day" | "week" | "month" | "quarter" | "season" | "half" | "year" | "decade" | "century" | "interval" | "open";
            statements: {
                /** @description Certainly made then: their date lies within this one. */
                within: number;
                /** @description Certainly or possibly made then: their date overlaps this one. `match=overlap` lists them. */
                overlapping: number;
            };
            items: components["schemas"]["Statement"][];
            page: components["schemas"]["StatementPageLinks"];
        };
        StatusChange: {
            reason: components["schemas"]["Reason"];
        };
        /** @description A record that the typed words may mean. */
        Suggestion: {
            /** @enum {string} */
            kind: "official" | "organization" | "publisher";
            /**
             * Format: uuid
             * @description null for a publisher.
             */
            id: string | null;
            /** @description null for a publisher. */
            slug: string | null;
            name: string;
            /** @description The name, alias or title that matched. */
            spelling: string;
            /**
             * @description What matched. word: all typed words; prefix: the beginnings of words; alias: another name; title: a position; sound: words that sound alike; slip: words with typing errors.
             * @enum {string}
             */
            matched: "word" | "prefix" | "alias" | "title" | "sound" | "slip";
            statements: {
                count: number;
                /** @description False if `count` is an estimate, because there are more than 1,000. */
                exact: boolean;
            };
            /** @description The URL of the record; for a publisher, of its statements. */
            url: string;
        };
        Suggestions: {
            /** @description Best first, then by number of statements. */
            items: components["schemas"]["Suggestion"][];
            /** @description A suggestion for another search if nothing was found; else null. */
            hint: string | null;
        };
        TestMessage: {
            /** @constant */
            type: "webhook.test";
            /** Format: date-time */
            timestamp: string;
            data: {
                /**
                 * Format: uuid
                 * @description The id of the webhook.
                 */
                webhook: string;
            };
        };
        /** @description The statements by year or month, beside the number of all recorded statements. `recorded` and `articles` follow the filters publisher, published_from, published_to, status and vanished. */
        Timeline: {
            /** @enum {string} */
            by: "year" | "month";
            /** @description The number of all matches, counted in periods or not. */
            matches: number;
            /** @description How many matches were certainly said then. */
            statements: number;
            /** @description How many statements of all speakers were certainly said then. */
            recorded: number;
            /** @description statements / recorded; null if nothing is recorded. */
            share: number | null;
            /** @description How many articles were certainly published then. */
            articles: number;
            estimated: {
                /** @description True if more than 50000 match: then their numbers are estimates from a sample. */
                statements: boolean;
                /** @description True if `recorded` is estimated in the same way. */
                recorded: boolean;
            };
            /** @description The first statement that was certainly said in one year. */
            first: components["schemas"]["TimelineEnd"] | null;
            latest: components["schemas"]["TimelineEnd"] | null;
            uncounted: components["schemas"]["Uncounted"];
            /** @description All periods without a gap, in order of time. */
            periods: components["schemas"]["TimelinePeriod"][];
            /** @description Only if a filter names a merged record. */
            resolved?: components["schemas"]["ResolvedReference"][];
            left_out?: components["schemas"]["LeftOut"];
            nothing_found?: components["schemas"]["NothingFound"];
        };
        TimelineEnd: {
            url: string;
            said: components["schemas"]["DateBounds"];
        };
        TimelinePeriod: {
            edtf: string;
            /** @description How many matches were certainly said then. */
            statements: number;
            /** @description How many statements of all speakers were certainly said then. */
            recorded: number;
            /** @description statements / recorded; null if nothing is recorded. */
            share: number | null;
            /** @description How many articles were certainly published then. */
            articles: number;
            /**
             * @description none: no article was published then, so a missing statement proves nothing; few: less than a tenth of the articles of the median period.
             * @enum {string}
             */
            coverage: "none" | "few" | "usual";
            /** @description The statements of the period. */
            url: string;
        };
        Uncounted: {
            /** @description Their text gives no first day: only "on or before publication" is known. */
            undated: number;
            /** @description Their date spans more than one unit of the requested granularity. */
            wider: number;
            /** @description Estimates. */
            estimated?: boolean;
        };
        /** @description How the question is read. */
        Understood: {
            /**
             * Format: date
             * @description The day from which relative dates count.
             */
            today: string;
            /** @description How the reading differs from the question, if an exact reading finds nothing; else null. */
            note: string | null;
            /** @description The parts, in the order of the question. */
            parts: components["schemas"]["QuestionPart"][];
            /** @description The list of statements that the reading finds. */
            url: string;
        };
        Undo: {
            reason: components["schemas"]["Reason"];
        };
        Utterance: {
            type: components["schemas"]["Statement"]["type"];
            polarity: components["schemas"]["Statement"]["polarity"];
            verbatim: components["schemas"]["Statement"]["verbatim"];
            text: components["schemas"]["Statement"]["text"];
            segments: components["schemas"]["Statement"]["segments"];
            quoted: components["schemas"]["Statement"]["quoted"];
            speaker: components["schemas"]["PrintedSpeaker"];
            cue: components["schemas"]["Statement"]["cue"];
            said: components["schemas"]["Said"];
            venue: components["schemas"]["Statement"]["venue"];
            addressee: components["schemas"]["Statement"]["addressee"];
            relay: components["schemas"]["Statement"]["relay"];
            within: components["schemas"]["Statement"]["within"];
            context: components["schemas"]["Statement"]["context"];
            confidence: components["schemas"]["Statement"]["confidence"];
            speaker_confidence: components["schemas"]["Statement"]["speaker_confidence"];
            rule: components["schemas"]["Statement"]["rule"];
        };
        Verification: {
            /**
             * @description partial: a part of a sentence. spliced: pieces; words between them are left out. altered: with other words. misattributed: another speaker’s words. paraphrase: only the report has it.
             * @enum {string}
             */
            verdict: "verbatim" | "partial" | "spliced" | "altered" | "misattributed" | "paraphrase" | "not-found" | "too-short";
            /** @description The differences, in sentences. */
            facts: string[];
            /** @description The statement that decides. */
            best: components["schemas"]["QuoteReport"] | null;
            /** @description The reports that have the words in the same way, `best` included. */
            sightings: number;
            /** @description The others, as many as `limit`. */
            others: components["schemas"]["QuoteReport"][];
            /** @description The nearest that the claimed speaker said, if `best` is another’s. */
            claimed: components["schemas"]["QuoteReport"] | null;
            /** @description Other similar statements, at most 5. */
            near: components["schemas"]["QuoteReport"][];
            /** @description Retracted statements with these words. */
            retracted: {
                /** Format: uuid */
                id: string;
                url: string;
                article: string;
            }[];
            /** @description Only if nothing has the words: what was searched. */
            searched: {
                /** @description The statements that were compared. */
                compared: number;
                covers: components["schemas"]["Coverage"];
                note: string;
            } | null;
        };
        VerificationWithReceipt: components["schemas"]["Verification"] & {
            /** @description Only with `receipt: true`. */
            receipt?: components["schemas"]["Receipt"];
        };
        Webhook: {
            /** Format: uuid */
            id: string;
            /** @description The address of this resource. */
            url: string;
            /** @description The name of the key that created it. If the key is revoked, the webhook is disabled. */
            owner: string | null;
            /** @description Where changes are sent. */
            endpoint: string;
            description: string | null;
            /** @description Only changes of these subjects are sent; of all if empty. */
            subjects: ("article" | "official" | "organization" | "statement")[];
            /** @description Only changes with these actions are sent; with any action if empty. */
            actions: string[];
            /** @description Only changes of these people and of their statements are sent; of all if empty. */
            officials: string[];
            /** @description Statements that begin to match one of these saved searches are sent. If subjects, actions and officials are empty, no other changes are. */
            searches: string[];
            /**
             * @description disabled: the receiver answered 410 or failed for days, or the key of the owner is not valid. No change is lost: reactivate the webhook to receive them.
             * @enum {string}
             */
            status: "active" | "paused" | "disabled";
            /** @description Why it was disabled. */
            status_reason: string | null;
            /** @description All changes up to this position were delivered, or do not match the filters. */
            position: number;
            /** @description How many attempts failed since the last success. */
            failures: number;
            /** Format: date-time */
            failing_since: string | null;
            /**
             * Format: date-time
             * @description When the next attempt is made after a failure.
             */
            next_attempt: string | null;
            /**
             * Format: date-time
             * @description Until then, messages are also signed with the former secret.
             */
            former_secret_until: string | null;
            version: number;
            /** Format: date-time */
            recorded: string;
            /** Format: date-time */
            updated: string;
        };
        WebhookChange: {
            endpoint?: components["schemas"]["NewWebhook"]["endpoint"];
            description?: components["schemas"]["NewWebhook"]["description"];
            subjects?: components["schemas"]["NewWebhook"]["subjects"];
            actions?: components["schemas"]["NewWebhook"]["actions"];
            officials?: components["schemas"]["NewWebhook"]["officials"];
            searches?: components["schemas"]["NewWebhook"]["searches"];
            position?: components["schemas"]["NewWebhook"]["position"];
            /**
             * @description With paused, nothing is sent.
             * @enum {string}
             */
            status?: "active" | "paused";
        };
        WebhookPage: {
            items: components["schemas"]["Webhook"][];
            page: components["schemas"]["PageLinks"];
        };
        WebhookWithSecret: components["schemas"]["Webhook"] & {
            /** @description The secret that signs messages. It is shown now and never again. */
            secret: string;
        };
        WordDifference: {
            kind: string;
            quote: components["schemas"]["Words"];
            statement: components["schemas"]["Words"];
            /** @description Of a change: whether brackets show it. */
            marked?: boolean;
        };
        /** @description Words with their offsets: of the quotation as sent, or of the snapshot. Empty where words are missing. */
        Words: {
            start: number;
            end: number;
            exact: string;
        };
    };
    responses: {
        /** @description The code is `invalid_parameter`, `unknown_parameter`, `invalid_cursor`, `malformed_request`. */
        400: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The code is `unauthorized`. */
        401: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The code is `forbidden`. */
        403: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The code is `not_found`. */
        404: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The code is `method_not_allowed`. */
        405: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The code is `conflict`, `too_many_webhooks`, `too_many_searches`. */
        409: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The code is `gone`. */
        410: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The code is `precondition_failed`. */
        412: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The code is `expectation_failed`. */
        417: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The code is `invalid_body`, `idempotency_mismatch`, `fetch_refused`, `robots_disallowed`, `not_a_feed`, `unreadable_article`, `article_not_found`, `article_behind_wall`, `too_many_statements`, `span_mismatch`. */
        422: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The code is `precondition_required`. */
        428: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The code is `rate_limited`. */
        429: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The code is `headers_too_large`. */
        431: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller prefers `text/html`: `Location` is the page about the same thing. */
        Page: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The response still has the ETag that If-None-Match names. */
        Unchanged: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Cache-Control": components["headers"]["Cache-Control"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The code is `not_acceptable`, `payload_too_large`, `uri_too_long`, `unsupported_media_type`, `request_timeout`. */
        "4XX": {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The code is `fetch_failed`, `internal_error`, `not_implemented`, `unavailable`, `too_broad`, `timeout`. */
        "5XX": {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description OK */
        Health: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": "ok",
                 *       "checks": [
                 *         "database"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Health"];
            };
        };
        /** @description OK */
        Official: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Official"];
            };
        };
        /** @description OK */
        StatementPage: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                ETag: components["headers"]["ETag"];
                Link: components["headers"]["Link"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "id": "0193c1d2-0000-7000-8000-000000000008",
                 *           "type": "mixed",
                 *           "text": "that the US would continue to stand “shoulder to shoulder with Pakistan in its fight against terrorism”",
                 *           "said": {
                 *             "edtf": "2024-09",
                 *             "earliest": "2024-09-01",
                 *             "latest": "2024-09-30",
                 *             "precision": "month",
                 *             "basis": "relative-to-narrative",
                 *             "expression": {
                 *               "start": 1937,
                 *               "end": 1951,
                 *               "exact": "The next month"
                 *             }
                 *           },
                 *           "status": "machine"
                 *         }
                 *       ],
                 *       "page": {
                 *         "limit": 1,
                 *         "count": null,
                 *         "self": "/v1/statements?fields=id%2Ctype%2Ctext%2Csaid%2Cstatus&limit=1&official=matthew-miller&type=mixed",
                 *         "first": "/v1/statements?fields=id%2Ctype%2Ctext%2Csaid%2Cstatus&limit=1&official=matthew-miller&type=mixed",
                 *         "prev": null,
                 *         "next": null
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["StatementPage"];
                "application/x-ndjson": string;
                "text/csv": string;
                "application/vnd.apache.parquet": string;
                "application/ld+json": components["schemas"]["QuotationGraph"];
                "application/atom+xml": string;
                "application/feed+json": components["schemas"]["JsonFeed"];
            };
        };
        /** @description OK */
        HistoryPage: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                ETag: components["headers"]["ETag"];
                Link: components["headers"]["Link"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "version": 2,
                 *           "action": "verified",
                 *           "actor": "night desk",
                 *           "reason": "Compared with the recording of the briefing.",
                 *           "recorded": "2026-11-23T18:36:29.744Z",
                 *           "changed": [
                 *             "status"
                 *           ],
                 *           "before": {
                 *             "status": "machine"
                 *           },
                 *           "after": {
                 *             "status": "verified"
                 *           }
                 *         }
                 *       ],
                 *       "page": {
                 *         "limit": 20,
                 *         "count": null,
                 *         "self": "/v1/statements/0193c1d2-0000-7000-8000-000000000001/history",
                 *         "first": "/v1/statements/0193c1d2-0000-7000-8000-000000000001/history",
                 *         "prev": null,
                 *         "next": null
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["HistoryPage"];
            };
        };
        /** @description OK */
        Organization: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Organization"];
            };
        };
        /** @description OK */
        Timeline: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "by": "year",
                 *       "matches": 2,
                 *       "statements": 2,
                 *       "recorded": 3,
                 *       "share": 0.666667,
                 *       "articles": 0,
                 *       "estimated": {
                 *         "statements": false,
                 *         "recorded": false
                 *       },
                 *       "first": {
                 *         "url": "/v1/statements/0193c1d2-0000-7000-8000-000000000005",
                 *         "said": {
                 *           "edtf": "2024-08",
                 *           "earliest": "2024-08-01",
                 *           "latest": "2024-08-31",
                 *           "precision": "month"
                 *         }
                 *       },
                 *       "latest": {
                 *         "url": "/v1/statements/0193c1d2-0000-7000-8000-000000000006",
                 *         "said": {
                 *           "edtf": "2024-12",
                 *           "earliest": "2024-12-01",
                 *           "latest": "2024-12-31",
                 *           "precision": "month"
                 *         }
                 *       },
                 *       "uncounted": {
                 *         "undated": 0,
                 *         "wider": 0
                 *       },
                 *       "periods": [
                 *         {
                 *           "edtf": "2024",
                 *           "statements": 2,
                 *           "recorded": 3,
                 *           "share": 0.666667,
                 *           "articles": 0,
                 *           "coverage": "none",
                 *           "url": "/v1/statements?match=within&official=vedant-patel&said_from=2024&said_to=2024"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Timeline"];
            };
        };
        /** @description OK */
        Statement: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Statement"];
            };
        };
        /** @description OK */
        Article: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Article"];
            };
        };
        /** @description OK */
        RemovedArticle: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "id": "0193c1d2-0000-7000-8000-000000000001",
                 *       "url": "/v1/articles/0193c1d2-0000-7000-8000-000000000001",
                 *       "state": "withdrawn",
                 *       "at": "2026-11-23T10:00:00.000Z",
                 *       "by": "night desk",
                 *       "reason": "The publisher withdrew the article.",
                 *       "snapshots": [
                 *         {
                 *           "id": "0193c1d2-0000-7000-8000-000000000002",
                 *           "ordinal": 1,
                 *           "sha256": "3f8d24f2c2a9a5c8b5f31a6f6f53cf7b7de3f6c1a0a5f1b0a6a1d2c3b4e5f607",
                 *           "length": 73,
                 *           "retrieved": "2026-11-20T08:00:00.000Z"
                 *         }
                 *       ],
                 *       "version": 2
                 *     }
                 */
                "application/json": components["schemas"]["RemovedArticle"];
            };
        };
        /** @description Accepted */
        JobDetail: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["JobDetail"];
            };
        };
        /** @description OK */
        "JobDetail.getJob.200": {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["JobDetail"];
            };
        };
        /** @description OK */
        Source: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Source"];
            };
        };
        /** @description OK */
        Webhook: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "id": "0193c1d2-0000-7000-8000-000000000001",
                 *       "url": "/v1/webhooks/0193c1d2-0000-7000-8000-000000000001",
                 *       "owner": "archive",
                 *       "endpoint": "https://archive.example.org/onrecord",
                 *       "description": "Corrections for the archive",
                 *       "subjects": [
                 *         "statement"
                 *       ],
                 *       "actions": [
                 *         "corrected",
                 *         "retracted"
                 *       ],
                 *       "officials": [],
                 *       "searches": [],
                 *       "status": "active",
                 *       "status_reason": null,
                 *       "position": 86,
                 *       "failures": 0,
                 *       "failing_since": null,
                 *       "next_attempt": null,
                 *       "former_secret_until": null,
                 *       "version": 1,
                 *       "recorded": "2026-11-23T10:00:00.000Z",
                 *       "updated": "2026-11-23T10:00:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["Webhook"];
            };
        };
        /** @description Accepted */
        Delivery: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "id": "0193c1d2-0000-7000-8000-000000000002",
                 *       "url": "/v1/webhooks/0193c1d2-0000-7000-8000-000000000001/deliveries/0193c1d2-0000-7000-8000-000000000002",
                 *       "message": "0193c1d2-0000-7000-8000-000000000002",
                 *       "type": "webhook.test",
                 *       "position": null,
                 *       "attempt": 1,
                 *       "requested": true,
                 *       "status": "pending",
                 *       "code": null,
                 *       "latency_ms": null,
                 *       "error": null,
                 *       "recorded": "2026-11-23T10:05:00.000Z",
                 *       "attempted": null
                 *     }
                 */
                "application/json": components["schemas"]["Delivery"];
            };
        };
        /** @description OK */
        SavedSearch: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SavedSearch"];
            };
        };
    };
    parameters: {
        /** @description The order. */
        sort: "name" | "-name";
        /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
        limit: number;
        /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
        cursor: string;
        /** @description Whether page.count contains the number of all matches: none, an estimate, or exact (slower). */
        count: "none" | "estimate" | "exact";
        /** @description Only these top-level fields of each item, separated by commas. Items then have the schema in `x-schema-with-fields`. */
        fields: ("id" | "url" | "slug" | "name" | "aliases" | "identifiers" | "positions" | "statements" | "version" | "recorded" | "updated")[];
        /**
         * @description Id or slug of a person.
         * @example vedant-patel
         */
        id: string;
        /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
        "if-match": string;
        /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
        "idempotency-key": string;
        /** @description Only statements of these organizations, of people who spoke for them, and of people who held a position in them when the words were spoken (`speaker.position`): ids or slugs, separated by commas. Example: `state-department`. */
        organization: string[];
        /** @description Only statements of these articles: ids, separated by commas. */
        article: string[];
        /** @description Only statements from articles of these publishers, separated by commas or repeated. Case, accents and the order of the words do not matter. Example: `The Gazette`. */
        publisher: string[];
        /** @description direct: all in quotation marks; mixed: a paraphrase that contains quoted words; indirect: a paraphrase. */
        type: ("direct" | "mixed" | "indirect")[];
        /** @description Whether the speaker said it, denied it, refused to comment … */
        polarity: ("affirmed" | "denied" | "refused" | "negated" | "future" | "asked")[];
        /** @description The review status. Retracted and rejected statements are listed only on request. A retracted statement has the reduced form, without its words. */
        status: ("machine" | "verified" | "disputed" | "retracted" | "rejected")[];
        /** @description How the speaker is known. */
        attribution: ("named" | "pronoun" | "carried-over" | "organization" | "ambiguous" | "none")[];
        /** @description Said on this date or later. Example: `2024-09-15`. */
        said_from: string;
        /** @description Said on this date or earlier. Example: `2024-12`. */
        said_to: string;
        /** @description How the date is known. Leave out `publication` to get only statements that the text dates. */
        said_basis: ("stated" | "relative-to-publication" | "relative-to-narrative" | "bounded" | "publication")[];
        /** @description How said_from and said_to are compared. within: the words were certainly said then, and page.left_out counts those that may have been; overlap: they may have been said then. */
        match: "within" | "overlap";
        /** @description Published on this date or later. Example: `2025`. */
        published_from: string;
        /** @description Published on this date or earlier. Example: `2025-01-31`. */
        published_to: string;
        /** @description Whether to list statements whose words the publisher removed from the article. */
        vanished: "exclude" | "include" | "only";
        /** @description Only statements with at least this confidence. Example: `0.8`. */
        min_confidence: number;
        /** @description Only statements with these words: all of them, "exact phrases", OR between alternatives, - before what is excluded. Example: `"missile program" pakistan -india`. */
        q: string;
        /** @description The order. Default: relevance with `q`, else -said. A minus sign reverses it. With `said`, dated statements come first, by the last day on which they can have been said. Undated statements follow by date of publication. Statements with neither date come last in both directions. */
        "sort.listStatementsOfOfficial": "said" | "-said" | "published" | "-published" | "recorded" | "-recorded" | "confidence" | "-confidence" | "relevance";
        /** @description Of several reports of one utterance that match the filters, only the first. */
        distinct: "utterance";
        /** @description Only these top-level fields of each item, separated by commas. Items then have the schema in `x-schema-with-fields`. */
        "fields.listStatementsOfOfficial": ("id" | "url" | "type" | "polarity" | "verbatim" | "text" | "segments" | "quoted" | "speaker" | "cue" | "said" | "venue" | "addressee" | "relay" | "within" | "context" | "confidence" | "speaker_confidence" | "rule" | "article" | "status" | "sightings" | "vanished" | "version" | "recorded" | "updated")[];
        /** @description Return these in full instead of as references, separated by commas. */
        expand: ("official" | "organization" | "article")[];
        /** @description The format of the answer. It goes before Accept, and can be a suffix of the path: `/v1/statements.csv`. */
        format: "json" | "ndjson" | "csv" | "csv-excel" | "parquet" | "json-ld" | "atom" | "json-feed";
        /** @description Count all matches by these facets, in `page.facets`. Years and months are those of the words. */
        facets: ("official" | "organization" | "publisher" | "type" | "status" | "year" | "month")[];
        /** @description The order: the latest or the first revision first. */
        "sort.getOfficialHistory": "-version" | "version";
        /** @description Only these top-level fields of each item, separated by commas. Items then have the schema in `x-schema-with-fields`. */
        "fields.listOrganizations": ("id" | "url" | "slug" | "name" | "aliases" | "identifiers" | "statements" | "version" | "recorded" | "updated")[];
        /**
         * @description Id or slug of an organization.
         * @example interior-ministry
         */
        "id.getOrganization": string;
        /**
         * @description Id or slug of an organization.
         * @example state-department
         */
        "id.correctOrganization": string;
        /** @description Only statements of these people: ids or slugs, separated by commas. Example: `vedant-patel`. */
        official: string[];
        /** @description The unit. Default: month, or year if there are more than 120 months. */
        by: "year" | "month";
        /** @description The id of a statement. */
        "id.getSightings": string;
        /** @description Only these top-level fields of each item, separated by commas. Items then have the schema in `x-schema-with-fields`. */
        "fields.listArticles": ("id" | "title" | "publisher" | "byline" | "dateline" | "url" | "language" | "published" | "snapshot" | "statements" | "links" | "version" | "recorded" | "updated")[];
        /** @description The id of an article. */
        "id.getArticle": string;
        /** @description The id of a job. */
        "id.getJob": string;
        /** @description The id of a source. */
        "id.getSource": string;
        /** @description The id of a webhook. */
        "id.getWebhook": string;
        /**
         * @description The id of a delivery.
         * @example 0193c1d2-0000-7000-8000-000000000001
         */
        delivery: string;
        /** @description The id of a saved search. */
        "id.getSearch": string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description How long a cache may use the response.
         * @example public, max-age=0, must-revalidate
         */
        "Cache-Control": string;
        /**
         * @description The weak ETag of the response. Send it in If-None-Match to revalidate a copy. The ETag of a single resource begins with its version, and If-Match accepts it.
         * @example W/"3.kq3yM0Zb6xJ0h9TqkP2vXw5sLdA"
         */
        ETag: string;
        /**
         * @description Links to the other pages of the list (RFC 8288).
         * @example </v1/statements?cursor=c0ffee>; rel="next"
         */
        Link: string;
        /**
         * @description The remaining quota, and the seconds until it resets.
         * @example "default";r=57;t=12
         */
        RateLimit: string;
        /**
         * @description The quota, and its window in seconds.
         * @example "default";q=100;w=60
         */
        "RateLimit-Policy": string;
        /**
         * @description Seconds to wait before the next attempt.
         * @example 12
         */
        "Retry-After": number;
        /**
         * @description Identifies the request in the log. It is the id you sent, if that was valid.
         * @example 3f0c5d1e-8a57-4c0b-9d83-5b1f6c2a7e90
         */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Health"];
            400: components["responses"]["400"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Health"];
            400: components["responses"]["400"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getDirectory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The links, or a page to search for a caller that prefers `text/html`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Directory"];
                    "text/html": string;
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getVersionDirectory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Directory"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getOembed: {
        parameters: {
            query: {
                /** @description The address of a statement, such as `https://…/v1/statements/{id}`. */
                url: string;
                /** @description The greatest width of the card, in pixels. */
                maxwidth?: number;
                /** @description The greatest height of the card, in pixels. */
                maxheight?: number;
                /** @description `json` or `xml`. It goes before Accept. */
                format?: "json" | "xml";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "rich",
                     *       "version": "1.0",
                     *       "title": "Matthew Miller: that the US would continue to stand “shoulder to shoulder with Pakistan in its fight against terrori…",
                     *       "author_name": "Matthew Miller",
                     *       "author_url": "http://127.0.0.1:3000/v1/officials/matthew-miller",
                     *       "provider_name": "On Record",
                     *       "provider_url": "http://127.0.0.1:3000",
                     *       "cache_age": 3600,
                     *       "html": "<blockquote cite=\"http://127.0.0.1:3000/v1/statements/0193c1d2-0000-7000-8000-000000000008\" style=\"max-width:600px;max-height:168px;overflow:auto;box-sizing:border-box;margin:0\"><p dir=\"auto\">that the US would continue to stand “shoulder to shoulder with Pakistan in its fight against terrorism”</p><footer><bdi>Matthew Miller · State Department spokesperson · said 2024-09 · published 2025-01?</bdi> <a href=\"http://127.0.0.1:3000/v1/statements/0193c1d2-0000-7000-8000-000000000008\" rel=\"noopener\"><bdi>Evidence</bdi></a></footer></blockquote>",
                     *       "width": 600,
                     *       "height": 168
                     *     }
                     */
                    "application/json": components["schemas"]["Oembed"];
                    "text/xml": string;
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            410: components["responses"]["410"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getReceiptKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keys": [
                     *         {
                     *           "kty": "OKP",
                     *           "crv": "Ed25519",
                     *           "x": "sqlC_0yYcYvtduJVmH9tWbGnLTss0lEAA-YXCsY6n_s",
                     *           "kid": "dxsBsAdcZeaktpmfwfoX6KhnpBUcMvru3VtGoQPzYVU",
                     *           "use": "sig",
                     *           "alg": "EdDSA"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptKeys"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getAccuracy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": "0.1.0",
                     *       "engine": {
                     *         "measured": "2026-12-01",
                     *         "version": "0.1.0",
                     *         "on": "eighty invented news articles with annotated statements; the errors in the unseen part were never read",
                     *         "reproduce": "npm run evaluate",
                     *         "document": "docs/engine.md",
                     *         "figures": [
                     *           {
                     *             "name": "tuned part: direct statements whole, with the right speaker (F1)",
                     *             "value": 98.3,
                     *             "unit": "percent",
                     *             "of": 329,
                     *             "aim": null
                     *           }
                     *         ],
                     *         "kinds": []
                     *       },
                     *       "verifier": {
                     *         "measured": "2026-11-29",
                     *         "version": "0.1.0",
                     *         "on": "20000 made statements in twelve languages, of which quotations were made and changed; 2000 made reports of 500 utterances",
                     *         "reproduce": "npm run evaluate:verify -- --seed 1 --statements 20000 --quotations 300",
                     *         "document": "docs/verifying.md",
                     *         "figures": [
                     *           {
                     *             "name": "altered quotations called verbatim or partial",
                     *             "value": 0,
                     *             "unit": "count",
                     *             "of": 7200,
                     *             "aim": "= 0"
                     *           }
                     *         ],
                     *         "kinds": [
                     *           {
                     *             "kind": "untouched",
                     *             "tried": 1500,
                     *             "verdicts": {
                     *               "verbatim": 1500
                     *             },
                     *             "right": 1500,
                     *             "matched": 1500,
                     *             "named": null,
                     *             "flagged": null
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Accuracy"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    listOfficials: {
        parameters: {
            query?: {
                /** @description Words of a name or an alias, or parts of them, in any order; case and accents do not matter. If no name has them, the list has names that sound or look alike. */
                q?: string;
                /** @description Only people with a position in one of these organizations: ids or slugs, separated by commas. Example: `state-department`. */
                organization?: string[];
                /** @description Only the person with this identifier, as scheme:value. Example: `wikidata:Q42`. */
                identifier?: string;
                /** @description The order. */
                sort?: components["parameters"]["sort"];
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether page.count contains the number of all matches: none, an estimate, or exact (slower). */
                count?: components["parameters"]["count"];
                /** @description Only these top-level fields of each item, separated by commas. Items then have the schema in `x-schema-with-fields`. */
                fields?: components["parameters"]["fields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0193c1d2-0000-7000-8000-000000000001",
                     *           "slug": "vedant-patel",
                     *           "name": "Vedant Patel"
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 1,
                     *         "count": null,
                     *         "self": "/v1/officials?fields=id%2Cslug%2Cname&limit=1&q=patel",
                     *         "first": "/v1/officials?fields=id%2Cslug%2Cname&limit=1&q=patel",
                     *         "prev": null,
                     *         "next": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OfficialPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getOfficial: {
        parameters: {
            query?: {
                /** @description Only these top-level fields of each item, separated by commas. Items then have the schema in `x-schema-with-fields`. */
                fields?: components["parameters"]["fields"];
            };
            header?: never;
            path: {
                /**
                 * @description Id or slug of a person.
                 * @example vedant-patel
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Official"];
                };
            };
            /** @description This person was merged into another: Location is the address of the other. */
            301: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            303: components["responses"]["Page"];
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    correctOfficial: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /**
                 * @description Id or slug of a person.
                 * @example vedant-patel
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "As the register of the city council has it.",
                 *       "aliases": {
                 *         "add": [
                 *           "A. M. Brandt"
                 *         ]
                 *       },
                 *       "positions": {
                 *         "add": [
                 *           {
                 *             "title": "harbour master",
                 *             "organization": "Harbour Board",
                 *             "from": "2019-05",
                 *             "to": null
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["OfficialCorrection"];
            };
        };
        responses: {
            200: components["responses"]["Official"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    listStatementsOfOfficial: {
        parameters: {
            query?: {
                /** @description Only statements of these organizations, of people who spoke for them, and of people who held a position in them when the words were spoken (`speaker.position`): ids or slugs, separated by commas. Example: `state-department`. */
                organization?: components["parameters"]["organization"];
                /** @description Only statements of these articles: ids, separated by commas. */
                article?: components["parameters"]["article"];
                /** @description Only statements from articles of these publishers, separated by commas or repeated. Case, accents and the order of the words do not matter. Example: `The Gazette`. */
                publisher?: components["parameters"]["publisher"];
                /** @description direct: all in quotation marks; mixed: a paraphrase that contains quoted words; indirect: a paraphrase. */
                type?: components["parameters"]["type"];
                /** @description Whether the speaker said it, denied it, refused to comment … */
                polarity?: components["parameters"]["polarity"];
                /** @description The review status. Retracted and rejected statements are listed only on request. A retracted statement has the reduced form, without its words. */
                status?: components["parameters"]["status"];
                /** @description How the speaker is known. */
                attribution?: components["parameters"]["attribution"];
                /** @description Said on this date or later. Example: `2024-09-15`. */
                said_from?: components["parameters"]["said_from"];
                /** @description Said on this date or earlier. Example: `2024-12`. */
                said_to?: components["parameters"]["said_to"];
                /** @description How the date is known. Leave out `publication` to get only statements that the text dates. */
                said_basis?: components["parameters"]["said_basis"];
                /** @description How said_from and said_to are compared. within: the words were certainly said then, and page.left_out counts those that may have been; overlap: they may have been said then. */
                match?: components["parameters"]["match"];
                /** @description Published on this date or later. Example: `2025`. */
                published_from?: components["parameters"]["published_from"];
                /** @description Published on this date or earlier. Example: `2025-01-31`. */
                published_to?: components["parameters"]["published_to"];
                /** @description Whether to list statements whose words the publisher removed from the article. */
                vanished?: components["parameters"]["vanished"];
                /** @description Only statements with at least this confidence. Example: `0.8`. */
                min_confidence?: components["parameters"]["min_confidence"];
                /** @description Only statements with these words: all of them, "exact phrases", OR between alternatives, - before what is excluded. Example: `"missile program" pakistan -india`. */
                q?: components["parameters"]["q"];
                /** @description The order. Default: relevance with `q`, else -said. A minus sign reverses it. With `said`, dated statements come first, by the last day on which they can have been said. Undated statements follow by date of publication. Statements with neither date come last in both directions. */
                sort?: components["parameters"]["sort.listStatementsOfOfficial"];
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether page.count contains the number of all matches: none, an estimate, or exact (slower). */
                count?: components["parameters"]["count"];
                /** @description Of several reports of one utterance that match the filters, only the first. */
                distinct?: components["parameters"]["distinct"];
                /** @description Only these top-level fields of each item, separated by commas. Items then have the schema in `x-schema-with-fields`. */
                fields?: components["parameters"]["fields.listStatementsOfOfficial"];
                /** @description Return these in full instead of as references, separated by commas. */
                expand?: components["parameters"]["expand"];
                /** @description The format of the answer. It goes before Accept, and can be a suffix of the path: `/v1/statements.csv`. */
                format?: components["parameters"]["format"];
                /** @description Count all matches by these facets, in `page.facets`. Years and months are those of the words. */
                facets?: components["parameters"]["facets"];
            };
            header?: never;
            path: {
                /**
                 * @description Id or slug of a person.
                 * @example vedant-patel
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["StatementPage"];
            /** @description This person was merged into another: Location is the list of that person’s statements. */
            301: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    mergeOfficial: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /**
                 * @description Id or slug of a person.
                 * @example vedant-patel
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Merge"];
            };
        };
        responses: {
            200: components["responses"]["Official"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    splitOfficial: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /**
                 * @description Id or slug of a person.
                 * @example vedant-patel
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The footballer, not the mayor.",
                 *       "statements": [
                 *         "0193c1d2-0000-7000-8000-000000000001"
                 *       ],
                 *       "name": "John Smith"
                 *     }
                 */
                "application/json": components["schemas"]["Split"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": {
                     *         "id": "0193c1d2-0000-7000-8000-000000000001",
                     *         "url": "/v1/officials/vedant-patel",
                     *         "slug": "vedant-patel",
                     *         "name": "Vedant Patel",
                     *         "aliases": [],
                     *         "identifiers": [],
                     *         "positions": [
                     *           {
                     *             "id": "0193c1d2-0000-7000-8000-000000000002",
                     *             "title": "State Department spokesperson",
                     *             "organization": {
                     *               "id": "0193c1d2-0000-7000-8000-000000000003",
                     *               "slug": "state-department",
                     *               "name": "State Department"
                     *             },
                     *             "from": null,
                     *             "to": null,
                     *             "basis": "printed"
                     *           },
                     *           {
                     *             "id": "0193c1d2-0000-7000-8000-000000000004",
                     *             "title": "Deputy Spokesperson",
                     *             "organization": null,
                     *             "from": null,
                     *             "to": null,
                     *             "basis": "printed"
                     *           }
                     *         ],
                     *         "statements": {
                     *           "count": 2,
                     *           "first_said": {
                     *             "edtf": "2024-08",
                     *             "earliest": "2024-08-01",
                     *             "latest": "2024-08-31",
                     *             "precision": "month"
                     *           },
                     *           "latest_said": {
                     *             "edtf": "2024-12",
                     *             "earliest": "2024-12-01",
                     *             "latest": "2024-12-31",
                     *             "precision": "month"
                     *           }
                     *         },
                     *         "version": 1,
                     *         "recorded": "2026-11-23T10:00:00.000Z",
                     *         "updated": "2026-11-23T10:00:00.000Z"
                     *       },
                     *       "into": {
                     *         "id": "0193c1d2-0000-7000-8000-000000000009",
                     *         "url": "/v1/officials/vedant-patel-2",
                     *         "slug": "vedant-patel-2",
                     *         "name": "Vedant Patel",
                     *         "aliases": [],
                     *         "identifiers": [],
                     *         "positions": [],
                     *         "statements": {
                     *           "count": 2,
                     *           "first_said": {
                     *             "edtf": "2024-08",
                     *             "earliest": "2024-08-01",
                     *             "latest": "2024-08-31",
                     *             "precision": "month"
                     *           },
                     *           "latest_said": {
                     *             "edtf": "2024-12",
                     *             "earliest": "2024-12-01",
                     *             "latest": "2024-12-31",
                     *             "precision": "month"
                     *           }
                     *         },
                     *         "version": 1,
                     *         "recorded": "2026-11-23T10:00:00.000Z",
                     *         "updated": "2026-11-23T10:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SplitOfficials"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    undoOfficial: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /**
                 * @description Id or slug of a person.
                 * @example vedant-patel
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Undo"];
            };
        };
        responses: {
            200: components["responses"]["Official"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getOfficialHistory: {
        parameters: {
            query?: {
                /** @description The order: the latest or the first revision first. */
                sort?: components["parameters"]["sort.getOfficialHistory"];
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description Id or slug of a person.
                 * @example vedant-patel
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HistoryPage"];
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    listCandidates: {
        parameters: {
            query?: {
                /** @description true lists decided names. By default, the list has names that wait. Example: `false`. */
                decided?: boolean;
                /** @description The oldest or the latest first. */
                sort?: "recorded" | "-recorded";
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0193c1d2-0000-7000-8000-000000000001",
                     *           "name": "John Smith",
                     *           "reason": "doubt",
                     *           "explanation": "John Smith, mayor of Leeds has this name. The article prints it with “plumber”, and does not tell whether they are one person.",
                     *           "article": {
                     *             "id": "0193c1d2-0000-7000-8000-000000000002",
                     *             "title": "Pipes burst",
                     *             "publisher": "The Gazette",
                     *             "url": "https://gazette.example/pipes"
                     *           },
                     *           "positions": [
                     *             {
                     *               "title": "plumber",
                     *               "organization": null,
                     *               "former": false
                     *             }
                     *           ],
                     *           "candidates": [
                     *             {
                     *               "id": "0193c1d2-0000-7000-8000-000000000003",
                     *               "slug": "john-smith",
                     *               "name": "John Smith",
                     *               "titles": [
                     *                 "mayor of Leeds"
                     *               ]
                     *             }
                     *           ],
                     *           "statements": {
                     *             "count": 2,
                     *             "url": "/v1/articles/0193c1d2-0000-7000-8000-000000000002/statements"
                     *           },
                     *           "decision": null,
                     *           "recorded": "2026-11-23T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 20,
                     *         "count": null,
                     *         "self": "/v1/officials/candidates",
                     *         "first": "/v1/officials/candidates",
                     *         "prev": null,
                     *         "next": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CandidatePage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    decideCandidate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of a candidate. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The match report names the club.",
                 *       "same": "john-smith-2"
                 *     }
                 */
                "application/json": {
                    reason: components["schemas"]["Reason"];
                    /** @description A person on record: an id or a slug. */
                    same?: string;
                    /**
                     * @description A person who is not on record yet.
                     * @enum {boolean}
                     */
                    new?: true;
                    /**
                     * @description No one to record: the speaker is known by name alone.
                     * @enum {boolean}
                     */
                    none?: true;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0193c1d2-0000-7000-8000-000000000001",
                     *       "name": "John Smith",
                     *       "reason": "doubt",
                     *       "explanation": "John Smith, mayor of Leeds has this name. The article prints it with “plumber”, and does not tell whether they are one person.",
                     *       "article": {
                     *         "id": "0193c1d2-0000-7000-8000-000000000002",
                     *         "title": "Pipes burst",
                     *         "publisher": "The Gazette",
                     *         "url": "https://gazette.example/pipes"
                     *       },
                     *       "positions": [
                     *         {
                     *           "title": "plumber",
                     *           "organization": null,
                     *           "former": false
                     *         }
                     *       ],
                     *       "candidates": [
                     *         {
                     *           "id": "0193c1d2-0000-7000-8000-000000000003",
                     *           "slug": "john-smith",
                     *           "name": "John Smith",
                     *           "titles": [
                     *             "mayor of Leeds"
                     *           ]
                     *         }
                     *       ],
                     *       "statements": {
                     *         "count": 0,
                     *         "url": "/v1/articles/0193c1d2-0000-7000-8000-000000000002/statements"
                     *       },
                     *       "decision": {
                     *         "outcome": "new",
                     *         "official": {
                     *           "id": "0193c1d2-0000-7000-8000-000000000004",
                     *           "slug": "john-smith-2",
                     *           "name": "John Smith"
                     *         },
                     *         "by": "night desk",
                     *         "at": "2026-11-23T10:00:00.000Z",
                     *         "reason": "The mayor is no plumber."
                     *       },
                     *       "recorded": "2026-11-23T10:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Candidate"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    listOrganizations: {
        parameters: {
            query?: {
                /** @description Words of the name or an alias, or parts of them, in any order. If no name has them: sound-alikes and typing errors. */
                q?: string;
                /** @description Only the organization with this identifier, as scheme:value. Example: `wikidata:Q42`. */
                identifier?: string;
                /** @description The order. */
                sort?: components["parameters"]["sort"];
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether page.count contains the number of all matches: none, an estimate, or exact (slower). */
                count?: components["parameters"]["count"];
                /** @description Only these top-level fields of each item, separated by commas. Items then have the schema in `x-schema-with-fields`. */
                fields?: components["parameters"]["fields.listOrganizations"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0193c1d2-0000-7000-8000-000000000003",
                     *           "slug": "state-department",
                     *           "name": "State Department"
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 1,
                     *         "count": null,
                     *         "self": "/v1/organizations?fields=id%2Cslug%2Cname&limit=1",
                     *         "first": "/v1/organizations?fields=id%2Cslug%2Cname&limit=1",
                     *         "prev": null,
                     *         "next": "/v1/organizations?cursor=bmV4dA&fields=id%2Cslug%2Cname&limit=1"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OrganizationPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getOrganization: {
        parameters: {
            query?: {
                /** @description Only these top-level fields of each item, separated by commas. Items then have the schema in `x-schema-with-fields`. */
                fields?: components["parameters"]["fields.listOrganizations"];
            };
            header?: never;
            path: {
                /**
                 * @description Id or slug of an organization.
                 * @example interior-ministry
                 */
                id: components["parameters"]["id.getOrganization"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description This organization was merged into another: Location is the address of the other. */
            301: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            303: components["responses"]["Page"];
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    correctOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /**
                 * @description Id or slug of an organization.
                 * @example state-department
                 */
                id: components["parameters"]["id.correctOrganization"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "As it calls itself.",
                 *       "name": "Department of State",
                 *       "aliases": {
                 *         "add": [
                 *           "Foggy Bottom"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["OrganizationCorrection"];
            };
        };
        responses: {
            200: components["responses"]["Organization"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    listStatementsOfOrganization: {
        parameters: {
            query?: {
                /** @description Only statements of these people: ids or slugs, separated by commas. Example: `vedant-patel`. */
                official?: components["parameters"]["official"];
                /** @description Only statements of these articles: ids, separated by commas. */
                article?: components["parameters"]["article"];
                /** @description Only statements from articles of these publishers, separated by commas or repeated. Case, accents and the order of the words do not matter. Example: `The Gazette`. */
                publisher?: components["parameters"]["publisher"];
                /** @description direct: all in quotation marks; mixed: a paraphrase that contains quoted words; indirect: a paraphrase. */
                type?: components["parameters"]["type"];
                /** @description Whether the speaker said it, denied it, refused to comment … */
                polarity?: components["parameters"]["polarity"];
                /** @description The review status. Retracted and rejected statements are listed only on request. A retracted statement has the reduced form, without its words. */
                status?: components["parameters"]["status"];
                /** @description How the speaker is known. */
                attribution?: components["parameters"]["attribution"];
                /** @description Said on this date or later. Example: `2024-09-15`. */
                said_from?: components["parameters"]["said_from"];
                /** @description Said on this date or earlier. Example: `2024-12`. */
                said_to?: components["parameters"]["said_to"];
                /** @description How the date is known. Leave out `publication` to get only statements that the text dates. */
                said_basis?: components["parameters"]["said_basis"];
                /** @description How said_from and said_to are compared. within: the words were certainly said then, and page.left_out counts those that may have been; overlap: they may have been said then. */
                match?: components["parameters"]["match"];
                /** @description Published on this date or later. Example: `2025`. */
                published_from?: components["parameters"]["published_from"];
                /** @description Published on this date or earlier. Example: `2025-01-31`. */
                published_to?: components["parameters"]["published_to"];
                /** @description Whether to list statements whose words the publisher removed from the article. */
                vanished?: components["parameters"]["vanished"];
                /** @description Only statements with at least this confidence. Example: `0.8`. */
                min_confidence?: components["parameters"]["min_confidence"];
                /** @description Only statements with these words: all of them, "exact phrases", OR between alternatives, - before what is excluded. Example: `"missile program" pakistan -india`. */
                q?: components["parameters"]["q"];
                /** @description The order. Default: relevance with `q`, else -said. A minus sign reverses it. With `said`, dated statements come first, by the last day on which they can have been said. Undated statements follow by date of publication. Statements with neither date come last in both directions. */
                sort?: components["parameters"]["sort.listStatementsOfOfficial"];
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether page.count contains the number of all matches: none, an estimate, or exact (slower). */
                count?: components["parameters"]["count"];
                /** @description Of several reports of one utterance that match the filters, only the first. */
                distinct?: components["parameters"]["distinct"];
                /** @description Only these top-level fields of each item, separated by commas. Items then have the schema in `x-schema-with-fields`. */
                fields?: components["parameters"]["fields.listStatementsOfOfficial"];
                /** @description Return these in full instead of as references, separated by commas. */
                expand?: components["parameters"]["expand"];
                /** @description The format of the answer. It goes before Accept, and can be a suffix of the path: `/v1/statements.csv`. */
                format?: components["parameters"]["format"];
                /** @description Count all matches by these facets, in `page.facets`. Years and months are those of the words. */
                facets?: components["parameters"]["facets"];
            };
            header?: never;
            path: {
                /**
                 * @description Id or slug of an organization.
                 * @example interior-ministry
                 */
                id: components["parameters"]["id.getOrganization"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["StatementPage"];
            /** @description This organization was merged into another: Location is the list of that organization’s statements. */
            301: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    mergeOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /**
                 * @description Id or slug of an organization.
                 * @example state-department
                 */
                id: components["parameters"]["id.correctOrganization"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Merge"];
            };
        };
        responses: {
            200: components["responses"]["Organization"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    undoOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /**
                 * @description Id or slug of an organization.
                 * @example state-department
                 */
                id: components["parameters"]["id.correctOrganization"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Undo"];
            };
        };
        responses: {
            200: components["responses"]["Organization"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getOrganizationHistory: {
        parameters: {
            query?: {
                /** @description The order: the latest or the first revision first. */
                sort?: components["parameters"]["sort.getOfficialHistory"];
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description Id or slug of an organization.
                 * @example state-department
                 */
                id: components["parameters"]["id.correctOrganization"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HistoryPage"];
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    compare: {
        parameters: {
            query?: {
                /** @description The people to compare: 2 to 4 ids or slugs, separated by commas. Example: `john-kirby,vedant-patel`. */
                officials?: string[];
                /** @description The organizations to compare: 2 to 4 ids or slugs, separated by commas. */
                organizations?: string[];
                /** @description The publishers to compare: 2 to 4 names, separated by commas or repeated. */
                publishers?: string[];
                /** @description The unit. Default: month, or year if there are more than 120 months. */
                by?: components["parameters"]["by"];
                /** @description Only statements of these people: ids or slugs, separated by commas. Example: `vedant-patel`. */
                official?: components["parameters"]["official"];
                /** @description Only statements of these organizations, of people who spoke for them, and of people who held a position in them when the words were spoken (`speaker.position`): ids or slugs, separated by commas. Example: `state-department`. */
                organization?: components["parameters"]["organization"];
                /** @description Only statements of these articles: ids, separated by commas. */
                article?: components["parameters"]["article"];
                /** @description Only statements from articles of these publishers, separated by commas or repeated. Case, accents and the order of the words do not matter. Example: `The Gazette`. */
                publisher?: components["parameters"]["publisher"];
                /** @description direct: all in quotation marks; mixed: a paraphrase that contains quoted words; indirect: a paraphrase. */
                type?: components["parameters"]["type"];
                /** @description Whether the speaker said it, denied it, refused to comment … */
                polarity?: components["parameters"]["polarity"];
                /** @description The review status. Retracted and rejected statements are listed only on request. A retracted statement has the reduced form, without its words. */
                status?: components["parameters"]["status"];
                /** @description How the speaker is known. */
                attribution?: components["parameters"]["attribution"];
                /** @description Said on this date or later. Example: `2024-09-15`. */
                said_from?: components["parameters"]["said_from"];
                /** @description Said on this date or earlier. Example: `2024-12`. */
                said_to?: components["parameters"]["said_to"];
                /** @description How the date is known. Leave out `publication` to get only statements that the text dates. */
                said_basis?: components["parameters"]["said_basis"];
                /** @description How said_from and said_to are compared. within: the words were certainly said then, and page.left_out counts those that may have been; overlap: they may have been said then. */
                match?: components["parameters"]["match"];
                /** @description Published on this date or later. Example: `2025`. */
                published_from?: components["parameters"]["published_from"];
                /** @description Published on this date or earlier. Example: `2025-01-31`. */
                published_to?: components["parameters"]["published_to"];
                /** @description Whether to list statements whose words the publisher removed from the article. */
                vanished?: components["parameters"]["vanished"];
                /** @description Only statements with at least this confidence. Example: `0.8`. */
                min_confidence?: components["parameters"]["min_confidence"];
                /** @description Only statements with these words: all of them, "exact phrases", OR between alternatives, - before what is excluded. Example: `"missile program" pakistan -india`. */
                q?: components["parameters"]["q"];
                /** @description The order. */
                sort?: "said" | "-said";
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description Only these top-level fields of each item, separated by commas. Items then have the schema in `x-schema-with-fields`. */
                fields?: components["parameters"]["fields.listStatementsOfOfficial"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sides": [
                     *         {
                     *           "id": "0193c1d2-0000-7000-8000-000000000007",
                     *           "slug": "matthew-miller",
                     *           "name": "Matthew Miller",
                     *           "timeline": {
                     *             "by": "year",
                     *             "matches": 2,
                     *             "statements": 1,
                     *             "recorded": 3,
                     *             "share": 0.333333,
                     *             "articles": 0,
                     *             "estimated": {
                     *               "statements": false,
                     *               "recorded": false
                     *             },
                     *             "first": {
                     *               "url": "/v1/statements/0193c1d2-0000-7000-8000-000000000008",
                     *               "said": {
                     *                 "edtf": "2024-09",
                     *                 "earliest": "2024-09-01",
                     *                 "latest": "2024-09-30",
                     *                 "precision": "month"
                     *               }
                     *             },
                     *             "latest": {
                     *               "url": "/v1/statements/0193c1d2-0000-7000-8000-000000000008",
                     *               "said": {
                     *                 "edtf": "2024-09",
                     *                 "earliest": "2024-09-01",
                     *                 "latest": "2024-09-30",
                     *                 "precision": "month"
                     *               }
                     *             },
                     *             "uncounted": {
                     *               "undated": 0,
                     *               "wider": 1
                     *             },
                     *             "periods": [
                     *               {
                     *                 "edtf": "2024",
                     *                 "statements": 1,
                     *                 "recorded": 3,
                     *                 "share": 0.333333,
                     *                 "articles": 0,
                     *                 "coverage": "none",
                     *                 "url": "/v1/statements?fields=id&limit=1&match=within&official=matthew-miller&q=pakistan&said_from=2024&said_to=2024&sort=said"
                     *               }
                     *             ]
                     *           },
                     *           "items": [
                     *             {
                     *               "id": "0193c1d2-0000-7000-8000-000000000008"
                     *             }
                     *           ],
                     *           "url": "/v1/statements?fields=id&limit=1&official=matthew-miller&q=pakistan&sort=said",
                     *           "next": "/v1/statements?cursor=bmV4dA&fields=id&limit=1&official=matthew-miller&q=pakistan&sort=said"
                     *         },
                     *         {
                     *           "id": "0193c1d2-0000-7000-8000-000000000001",
                     *           "slug": "vedant-patel",
                     *           "name": "Vedant Patel",
                     *           "timeline": {
                     *             "by": "year",
                     *             "matches": 2,
                     *             "statements": 2,
                     *             "recorded": 3,
                     *             "share": 0.666667,
                     *             "articles": 0,
                     *             "estimated": {
                     *               "statements": false,
                     *               "recorded": false
                     *             },
                     *             "first": {
                     *               "url": "/v1/statements/0193c1d2-0000-7000-8000-000000000005",
                     *               "said": {
                     *                 "edtf": "2024-08",
                     *                 "earliest": "2024-08-01",
                     *                 "latest": "2024-08-31",
                     *                 "precision": "month"
                     *               }
                     *             },
                     *             "latest": {
                     *               "url": "/v1/statements/0193c1d2-0000-7000-8000-000000000006",
                     *               "said": {
                     *                 "edtf": "2024-12",
                     *                 "earliest": "2024-12-01",
                     *                 "latest": "2024-12-31",
                     *                 "precision": "month"
                     *               }
                     *             },
                     *             "uncounted": {
                     *               "undated": 0,
                     *               "wider": 0
                     *             },
                     *             "periods": [
                     *               {
                     *                 "edtf": "2024",
                     *                 "statements": 2,
                     *                 "recorded": 3,
                     *                 "share": 0.666667,
                     *                 "articles": 0,
                     *                 "coverage": "none",
                     *                 "url": "/v1/statements?fields=id&limit=1&match=within&official=vedant-patel&q=pakistan&said_from=2024&said_to=2024&sort=said"
                     *               }
                     *             ]
                     *           },
                     *           "items": [
                     *             {
                     *               "id": "0193c1d2-0000-7000-8000-000000000005"
                     *             }
                     *           ],
                     *           "url": "/v1/statements?fields=id&limit=1&official=vedant-patel&q=pakistan&sort=said",
                     *           "next": "/v1/statements?cursor=bmV4dA&fields=id&limit=1&official=vedant-patel&q=pakistan&sort=said"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getTimelineOfOfficial: {
        parameters: {
            query?: {
                /** @description The unit. Default: month, or year if there are more than 120 months. */
                by?: components["parameters"]["by"];
                /** @description Only statements of these organizations, of people who spoke for them, and of people who held a position in them when the words were spoken (`speaker.position`): ids or slugs, separated by commas. Example: `state-department`. */
                organization?: components["parameters"]["organization"];
                /** @description Only statements of these articles: ids, separated by commas. */
                article?: components["parameters"]["article"];
                /** @description Only statements from articles of these publishers, separated by commas or repeated. Case, accents and the order of the words do not matter. Example: `The Gazette`. */
                publisher?: components["parameters"]["publisher"];
                /** @description direct: all in quotation marks; mixed: a paraphrase that contains quoted words; indirect: a paraphrase. */
                type?: components["parameters"]["type"];
                /** @description Whether the speaker said it, denied it, refused to comment … */
                polarity?: components["parameters"]["polarity"];
                /** @description The review status. Retracted and rejected statements are listed only on request. A retracted statement has the reduced form, without its words. */
                status?: components["parameters"]["status"];
                /** @description How the speaker is known. */
                attribution?: components["parameters"]["attribution"];
                /** @description Said on this date or later. Example: `2024-09-15`. */
                said_from?: components["parameters"]["said_from"];
                /** @description Said on this date or earlier. Example: `2024-12`. */
                said_to?: components["parameters"]["said_to"];
                /** @description How the date is known. Leave out `publication` to get only statements that the text dates. */
                said_basis?: components["parameters"]["said_basis"];
                /** @description How said_from and said_to are compared. within: the words were certainly said then, and page.left_out counts those that may have been; overlap: they may have been said then. */
                match?: components["parameters"]["match"];
                /** @description Published on this date or later. Example: `2025`. */
                published_from?: components["parameters"]["published_from"];
                /** @description Published on this date or earlier. Example: `2025-01-31`. */
                published_to?: components["parameters"]["published_to"];
                /** @description Whether to list statements whose words the publisher removed from the article. */
                vanished?: components["parameters"]["vanished"];
                /** @description Only statements with at least this confidence. Example: `0.8`. */
                min_confidence?: components["parameters"]["min_confidence"];
                /** @description Only statements with these words: all of them, "exact phrases", OR between alternatives, - before what is excluded. Example: `"missile program" pakistan -india`. */
                q?: components["parameters"]["q"];
            };
            header?: never;
            path: {
                /**
                 * @description Id or slug of a person.
                 * @example vedant-patel
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Timeline"];
            /** @description Merged into another record: Location is the timeline of that record. */
            301: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getTimelineOfOrganization: {
        parameters: {
            query?: {
                /** @description The unit. Default: month, or year if there are more than 120 months. */
                by?: components["parameters"]["by"];
                /** @description Only statements of these people: ids or slugs, separated by commas. Example: `vedant-patel`. */
                official?: components["parameters"]["official"];
                /** @description Only statements of these articles: ids, separated by commas. */
                article?: components["parameters"]["article"];
                /** @description Only statements from articles of these publishers, separated by commas or repeated. Case, accents and the order of the words do not matter. Example: `The Gazette`. */
                publisher?: components["parameters"]["publisher"];
                /** @description direct: all in quotation marks; mixed: a paraphrase that contains quoted words; indirect: a paraphrase. */
                type?: components["parameters"]["type"];
                /** @description Whether the speaker said it, denied it, refused to comment … */
                polarity?: components["parameters"]["polarity"];
                /** @description The review status. Retracted and rejected statements are listed only on request. A retracted statement has the reduced form, without its words. */
                status?: components["parameters"]["status"];
                /** @description How the speaker is known. */
                attribution?: components["parameters"]["attribution"];
                /** @description Said on this date or later. Example: `2024-09-15`. */
                said_from?: components["parameters"]["said_from"];
                /** @description Said on this date or earlier. Example: `2024-12`. */
                said_to?: components["parameters"]["said_to"];
                /** @description How the date is known. Leave out `publication` to get only statements that the text dates. */
                said_basis?: components["parameters"]["said_basis"];
                /** @description How said_from and said_to are compared. within: the words were certainly said then, and page.left_out counts those that may have been; overlap: they may have been said then. */
                match?: components["parameters"]["match"];
                /** @description Published on this date or later. Example: `2025`. */
                published_from?: components["parameters"]["published_from"];
                /** @description Published on this date or earlier. Example: `2025-01-31`. */
                published_to?: components["parameters"]["published_to"];
                /** @description Whether to list statements whose words the publisher removed from the article. */
                vanished?: components["parameters"]["vanished"];
                /** @description Only statements with at least this confidence. Example: `0.8`. */
                min_confidence?: components["parameters"]["min_confidence"];
                /** @description Only statements with these words: all of them, "exact phrases", OR between alternatives, - before what is excluded. Example: `"missile program" pakistan -india`. */
                q?: components["parameters"]["q"];
            };
            header?: never;
            path: {
                /**
                 * @description Id or slug of an organization.
                 * @example interior-ministry
                 */
                id: components["parameters"]["id.getOrganization"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Timeline"];
            /** @description Merged into another record: Location is the timeline of that record. */
            301: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    verifyQuotation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "quote": "There is no military solution to this conflict.",
                 *       "speaker": "Patel",
                 *       "published_from": "2024"
                 *     }
                 */
                "application/json": components["schemas"]["Quotation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "verdict": "not-found",
                     *       "facts": [],
                     *       "best": null,
                     *       "sightings": 0,
                     *       "others": [],
                     *       "claimed": null,
                     *       "near": [],
                     *       "retracted": [],
                     *       "searched": {
                     *         "compared": 0,
                     *         "covers": {
                     *           "articles": 1,
                     *           "publishers": 0,
                     *           "first_published": "2025-01-01",
                     *           "last_published": "2025-01-31"
                     *         },
                     *         "note": "The record has only its articles. Words that are not in it may still have been said."
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["VerificationWithReceipt"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getSightings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a statement. */
                id: components["parameters"]["id.getSightings"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "independent": 1,
                     *       "disagreements": [],
                     *       "reports": [
                     *         {
                     *           "statement": {
                     *             "id": "0193c1d2-0000-7000-8000-000000000008",
                     *             "url": "/v1/statements/0193c1d2-0000-7000-8000-000000000008",
                     *             "status": "machine",
                     *             "type": "mixed",
                     *             "text": "that the US would continue to stand “shoulder to shoulder with Pakistan in its fight against terrorism”",
                     *             "said": {
                     *               "edtf": "2024-09",
                     *               "earliest": "2024-09-01",
                     *               "latest": "2024-09-30",
                     *               "precision": "month",
                     *               "basis": "relative-to-narrative",
                     *               "expression": {
                     *                 "start": 1937,
                     *                 "end": 1951,
                     *                 "exact": "The next month"
                     *               }
                     *             },
                     *             "article": {
                     *               "id": "0193c1d2-0000-7000-8000-000000000010",
                     *               "title": null,
                     *               "publisher": null,
                     *               "url": null,
                     *               "published": {
                     *                 "edtf": "2025-01?",
                     *                 "earliest": "2025-01-01",
                     *                 "latest": "2025-01-31",
                     *                 "basis": "inferred"
                     *               },
                     *               "snapshot": {
                     *                 "id": "0193c1d2-0000-7000-8000-000000000011",
                     *                 "sha256": "fc447829a4d924cc9955e31b2d02beaad0607b8aca427b45afb54d8de39a6d17"
                     *               }
                     *             },
                     *             "speaker": "Matthew Miller",
                     *             "official": {
                     *               "id": "0193c1d2-0000-7000-8000-000000000007",
                     *               "slug": "matthew-miller",
                     *               "name": "Matthew Miller"
                     *             },
                     *             "vanished": false
                     *           },
                     *           "comparison": {
                     *             "verdict": "verbatim",
                     *             "share": 1,
                     *             "reading": "as-written",
                     *             "matched": [
                     *               {
                     *                 "quote": {
                     *                   "start": 0,
                     *                   "end": 65,
                     *                   "exact": "shoulder to shoulder with Pakistan in its fight against terrorism"
                     *                 },
                     *                 "statement": [
                     *                   {
                     *                     "start": 2044,
                     *                     "end": 2109,
                     *                     "exact": "shoulder to shoulder with Pakistan in its fight against terrorism"
                     *                   }
                     *                 ]
                     *               }
                     *             ],
                     *             "folds": [],
                     *             "glosses": [],
                     *             "cut": {
                     *               "before": false,
                     *               "after": false,
                     *               "turning": []
                     *             },
                     *             "changes": [],
                     *             "gaps": [],
                     *             "interrupted": false
                     *           },
                     *           "link": "/v1/statements/0193c1d2-0000-7000-8000-000000000008",
                     *           "speaker_agrees": {
                     *             "agrees": "yes",
                     *             "reason": "same-name",
                     *             "on_record": "Matthew Miller",
                     *             "claimed": "Matthew Miller"
                     *           },
                     *           "said_agrees": "yes",
                     *           "copy_of": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Sightings"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            410: components["responses"]["410"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    joinSightings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of a statement. */
                id: components["parameters"]["id.getSightings"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Both print the answer to the same question.",
                 *       "statement": "0193c1d2-0000-7000-8000-000000000002"
                 *     }
                 */
                "application/json": {
                    reason: components["schemas"]["Reason"];
                    /**
                     * Format: uuid
                     * @description Another report of the utterance. Its whole group joins.
                     */
                    statement: string;
                };
            };
        };
        responses: {
            200: components["responses"]["Statement"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    partSightings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of a statement. */
                id: components["parameters"]["id.getSightings"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "She repeated it a year later."
                 *     }
                 */
                "application/json": {
                    reason: components["schemas"]["Reason"];
                    /**
                     * Format: uuid
                     * @description The statement from which to part it. Default: all statements of its group.
                     */
                    statement?: string;
                };
            };
        };
        responses: {
            200: components["responses"]["Statement"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    undoSightings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of a statement. */
                id: components["parameters"]["id.getSightings"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The recording shows one speech."
                 *     }
                 */
                "application/json": {
                    reason: components["schemas"]["Reason"];
                };
            };
        };
        responses: {
            200: components["responses"]["Statement"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    verifyDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "“There is no military solution to this conflict,” State Department spokesperson Vedant Patel said on Tuesday.",
                 *       "published": "2025-01-15"
                 *     }
                 */
                "application/json": {
                    /** @description The draft as plain text. */
                    text: string;
                    /** @description The day of its publication, as EDTF. */
                    published?: string | null;
                    /** @description true signs and keeps a receipt: hashes, ids and verdicts, and no words. */
                    receipt?: boolean;
                };
                /**
                 * @example {"id":"ferry","text":"The ferry runs all winter."}
                 *     {"id":"mill","text":""}
                 */
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description The check of the draft, or the result of each line, in order. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "quotations": [
                     *         {
                     *           "quote": {
                     *             "start": 1,
                     *             "end": 20,
                     *             "exact": "The ferry will run,"
                     *           },
                     *           "speaker": {
                     *             "start": 22,
                     *             "end": 47,
                     *             "exact": "harbour master Ada Brandt"
                     *           },
                     *           "check": {
                     *             "verdict": "not-found",
                     *             "facts": [],
                     *             "best": null,
                     *             "sightings": 0,
                     *             "others": [],
                     *             "claimed": null,
                     *             "near": [],
                     *             "retracted": [],
                     *             "searched": {
                     *               "compared": 0,
                     *               "covers": {
                     *                 "articles": 1,
                     *                 "publishers": 0,
                     *                 "first_published": "2025-01-01",
                     *                 "last_published": "2025-01-31"
                     *               },
                     *               "note": "The record has only its articles. Words that are not in it may still have been said."
                     *             }
                     *           }
                     *         }
                     *       ],
                     *       "summary": {
                     *         "quotations": 1,
                     *         "verdicts": {
                     *           "not-found": 1
                     *         },
                     *         "needs_attention": 0,
                     *         "unchecked": 0
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DraftVerification"];
                    /**
                     * @example {"line":1,"id":"ferry","result":{"quotations":[],"summary":{"quotations":0,"verdicts":{},"needs_attention":0,"unchecked":0}},"problem":null}
                     *     {"line":2,"id":"mill","result":null,"problem":{"code":"invalid_body","detail":"/text: Must not be empty.","errors":[{"pointer":"/text","code":"invalid_field","message":"Must not be empty."}]}}
                     */
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a receipt. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "/v1/receipts/0193c1d2-0000-7000-8000-000000000014",
                     *       "signed": {
                     *         "format": "onrecord-receipt-1",
                     *         "id": "0193c1d2-0000-7000-8000-000000000014",
                     *         "checked": "2026-11-23T10:00:00.000Z",
                     *         "service": "0.1.0",
                     *         "rules": 1,
                     *         "position": 18,
                     *         "text": {
                     *           "sha256": "19de7e5ee6ae1c0ff775fc9dbb701f13f5f898f7f80ff3b61315596b0c375aef",
                     *           "length": 30
                     *         },
                     *         "quotations": [
                     *           {
                     *             "start": 0,
                     *             "end": 30,
                     *             "verdict": "not-found",
                     *             "speaker_agrees": "unknown",
                     *             "said_agrees": "unknown",
                     *             "evidence": []
                     *           }
                     *         ],
                     *         "unchecked": 0
                     *       },
                     *       "kid": "dxsBsAdcZeaktpmfwfoX6KhnpBUcMvru3VtGoQPzYVU",
                     *       "signature": "dJ0xXqNvqmWJtVq5rO2cQmYh3l1bI4mB2vP0o8a7Qw9cFz6sT5uE1kR3yHnLgWjXiKpMeSdVbAoCqZfUtYrGDA"
                     *     }
                     */
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    suggest: {
        parameters: {
            query: {
                /** @description The typed part of a name. Only the first six words count. Example: `vedant pat`. */
                q: string;
                /** @description Only these kinds, separated by commas. */
                kind?: ("official" | "organization" | "publisher")[];
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "official",
                     *           "name": "Vedant Patel",
                     *           "spelling": "Vedant Patel",
                     *           "matched": "sound",
                     *           "statements": {
                     *             "count": 2,
                     *             "exact": true
                     *           },
                     *           "id": "0193c1d2-0000-7000-8000-000000000001",
                     *           "slug": "vedant-patel",
                     *           "url": "/v1/officials/vedant-patel"
                     *         }
                     *       ],
                     *       "hint": null
                     *     }
                     */
                    "application/json": components["schemas"]["Suggestions"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    search: {
        parameters: {
            query: {
                /** @description A plain question, or names, dates and words. The syntax of `q` in /v1/statements works too. Example: `patel pakistan missiles last december`. */
                q: string;
                /** @description A part of the question to search as words, even if it is a name or a date. Repeat it for several parts. `*` searches the whole question, as `q` of /v1/statements does. Example: `last december`. */
                literal?: string[];
                /** @description The day from which relative dates ("last week") count. Default: the current day in UTC. Example: `2025-01-15`. */
                today?: string;
                /** @description Only statements of these people: ids or slugs, separated by commas. Example: `vedant-patel`. */
                official?: components["parameters"]["official"];
                /** @description Only statements of these organizations, of people who spoke for them, and of people who held a position in them when the words were spoken (`speaker.position`): ids or slugs, separated by commas. Example: `state-department`. */
                organization?: components["parameters"]["organization"];
                /** @description Only statements of these articles: ids, separated by commas. */
                article?: components["parameters"]["article"];
                /** @description Only statements from articles of these publishers, separated by commas or repeated. Case, accents and the order of the words do not matter. Example: `The Gazette`. */
                publisher?: components["parameters"]["publisher"];
                /** @description direct: all in quotation marks; mixed: a paraphrase that contains quoted words; indirect: a paraphrase. */
                type?: components["parameters"]["type"];
                /** @description Whether the speaker said it, denied it, refused to comment … */
                polarity?: components["parameters"]["polarity"];
                /** @description The review status. Retracted and rejected statements are listed only on request. A retracted statement has the reduced form, without its words. */
                status?: components["parameters"]["status"];
                /** @description How the speaker is known. */
                attribution?: components["parameters"]["attribution"];
                /** @description Said on this date or later. Example: `2024-09-15`. */
                said_from?: components["parameters"]["said_from"];
                /** @description Said on this date or earlier. Example: `2024-12`. */
                said_to?: components["parameters"]["said_to"];
                /** @description How the date is known. Leave out `publication` to get only statements that the text dates. */
                said_basis?: components["parameters"]["said_basis"];
                /** @description How said_from and said_to are compared. within: the words were certainly said then, and page.left_out counts those that may have been; overlap: they may have been said then. */
                match?: components["parameters"]["match"];
                /** @description Published on this date or later. Example: `2025`. */
                published_from?: components["parameters"]["published_from"];
                /** @description Published on this date or earlier. Example: `2025-01-31`. */
                published_to?: components["parameters"]["published_to"];
                /** @description Whether to list statements whose words the publisher removed from the article. */
                vanished?: components["parameters"]["vanished"];
                /** @description Only statements with at least this confidence. Example: `0.8`. */
                min_confidence?: components["parameters"]["min_confidence"];
                /** @description The order. Default: relevance with `q`, else -said. A minus sign reverses it. With `said`, dated statements come first, by the last day on which they can have been said. Undated statements follow by date of publication. Statements with neither date come last in both directions. */
                sort?: components["parameters"]["sort.listStatementsOfOfficial"];
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether page.count contains the number of all matches: none, an estimate, or exact (slower). */
                count?: components["parameters"]["count"];
                /** @description Of several reports of one utterance that match the filters, only the first. */
                distinct?: components["parameters"]["distinct"];
                /** @description Only these top-level fields of each item, separated by commas. Items then have the schema in `x-schema-with-fields`. */
                fields?: components["parameters"]["fields.listStatementsOfOfficial"];
                /** @description Return these in full instead of as references, separated by commas. */
                expand?: components["parameters"]["expand"];
                /** @description The format of the answer. It goes before Accept, and can be a suffix of the path: `/v1/statements.csv`. */
                format?: components["parameters"]["format"];
                /** @description Count all matches by these facets, in `page.facets`. Years and months are those of the words. */
                facets?: components["parameters"]["facets"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "understood": {
                     *         "today": "2025-02-01",
                     *         "note": null,
                     *         "parts": [
                     *           {
                     *             "start": 0,
                     *             "end": 5,
                     *             "text": "patel",
                     *             "kind": "official",
                     *             "filters": {
                     *               "official": "vedant-patel"
                     *             },
                     *             "names": [
                     *               "Vedant Patel"
                     *             ],
                     *             "alternatives": [],
                     *             "note": null,
                     *             "switch_off": "/v1/search?fields=id&literal=patel&q=patel+on+missiles&today=2025-02-01"
                     *           },
                     *           {
                     *             "start": 6,
                     *             "end": 8,
                     *             "text": "on",
                     *             "kind": "ignored",
                     *             "filters": {},
                     *             "names": [],
                     *             "alternatives": [],
                     *             "note": null,
                     *             "switch_off": "/v1/search?fields=id&literal=on&q=patel+on+missiles&today=2025-02-01"
                     *           },
                     *           {
                     *             "start": 9,
                     *             "end": 17,
                     *             "text": "missiles",
                     *             "kind": "words",
                     *             "filters": {
                     *               "q": "missiles"
                     *             },
                     *             "names": [],
                     *             "alternatives": [],
                     *             "note": null,
                     *             "switch_off": null
                     *           }
                     *         ],
                     *         "url": "/v1/statements?fields=id&official=vedant-patel&q=missiles"
                     *       },
                     *       "items": [
                     *         {
                     *           "id": "0193c1d2-0000-7000-8000-000000000006"
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 20,
                     *         "count": null,
                     *         "self": "/v1/statements?fields=id&official=vedant-patel&q=missiles",
                     *         "first": "/v1/statements?fields=id&official=vedant-patel&q=missiles",
                     *         "prev": null,
                     *         "next": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["QuestionAnswer"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    exportStatements: {
        parameters: {
            query?: {
                /** @description Only statements of these people: ids or slugs, separated by commas. Example: `vedant-patel`. */
                official?: components["parameters"]["official"];
                /** @description Only statements of these organizations, of people who spoke for them, and of people who held a position in them when the words were spoken (`speaker.position`): ids or slugs, separated by commas. Example: `state-department`. */
                organization?: components["parameters"]["organization"];
                /** @description Only statements of these articles: ids, separated by commas. */
                article?: components["parameters"]["article"];
                /** @description Only statements from articles of these publishers, separated by commas or repeated. Case, accents and the order of the words do not matter. Example: `The Gazette`. */
                publisher?: components["parameters"]["publisher"];
                /** @description direct: all in quotation marks; mixed: a paraphrase that contains quoted words; indirect: a paraphrase. */
                type?: components["parameters"]["type"];
                /** @description Whether the speaker said it, denied it, refused to comment … */
                polarity?: components["parameters"]["polarity"];
                /** @description The review status. Retracted and rejected statements are listed only on request. A retracted statement has the reduced form, without its words. */
                status?: components["parameters"]["status"];
                /** @description How the speaker is known. */
                attribution?: components["parameters"]["attribution"];
                /** @description Said on this date or later. Example: `2024-09-15`. */
                said_from?: components["parameters"]["said_from"];
                /** @description Said on this date or earlier. Example: `2024-12`. */
                said_to?: components["parameters"]["said_to"];
                /** @description How the date is known. Leave out `publication` to get only statements that the text dates. */
                said_basis?: components["parameters"]["said_basis"];
                /** @description How said_from and said_to are compared. within: the words were certainly said then, and page.left_out counts those that may have been; overlap: they may have been said then. */
                match?: components["parameters"]["match"];
                /** @description Published on this date or later. Example: `2025`. */
                published_from?: components["parameters"]["published_from"];
                /** @description Published on this date or earlier. Example: `2025-01-31`. */
                published_to?: components["parameters"]["published_to"];
                /** @description Whether to list statements whose words the publisher removed from the article. */
                vanished?: components["parameters"]["vanished"];
                /** @description Only statements with at least this confidence. Example: `0.8`. */
                min_confidence?: components["parameters"]["min_confidence"];
                /** @description Only statements with these words: all of them, "exact phrases", OR between alternatives, - before what is excluded. Example: `"missile program" pakistan -india`. */
                q?: components["parameters"]["q"];
                /** @description Of several reports of one utterance that match the filters, only the first. */
                distinct?: components["parameters"]["distinct"];
                /** @description Only these top-level fields of each item, separated by commas. Items then have the schema in `x-schema-with-fields`. */
                fields?: components["parameters"]["fields.listStatementsOfOfficial"];
                /** @description The format of the answer. It goes before Accept, and can be a suffix of the path: `/v1/export.parquet`. */
                format?: "ndjson" | "csv" | "csv-excel" | "parquet";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All statements, in parts as they are read. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example {"type":"mixed","text":"that the US would continue to stand “shoulder to shoulder with Pakistan in its fight against terrorism”"} */
                    "application/x-ndjson": string;
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    listStatements: {
        parameters: {
            query?: {
                /** @description Only statements of these people: ids or slugs, separated by commas. Example: `vedant-patel`. */
                official?: components["parameters"]["official"];
                /** @description Only statements of these organizations, of people who spoke for them, and of people who held a position in them when the words were spoken (`speaker.position`): ids or slugs, separated by commas. Example: `state-department`. */
                organization?: components["parameters"]["organization"];
                /** @description Only statements of these articles: ids, separated by commas. */
                article?: components["parameters"]["article"];
                /** @description Only statements from articles of these publishers, separated by commas or repeated. Case, accents and the order of the words do not matter. Example: `The Gazette`. */
                publisher?: components["parameters"]["publisher"];
                /** @description direct: all in quotation marks; mixed: a paraphrase that contains quoted words; indirect: a paraphrase. */
                type?: components["parameters"]["type"];
                /** @description Whether the speaker said it, denied it, refused to comment … */
                polarity?: components["parameters"]["polarity"];
                /** @description The review status. Retracted and rejected statements are listed only on request. A retracted statement has the reduced form, without its words. */
                status?: components["parameters"]["status"];
                /** @description How the speaker is known. */
                attribution?: components["parameters"]["attribution"];
                /** @description Said on this date or later. Example: `2024-09-15`. */
                said_from?: components["parameters"]["said_from"];
                /** @description Said on this date or earlier. Example: `2024-12`. */
                said_to?: components["parameters"]["said_to"];
                /** @description How the date is known. Leave out `publication` to get only statements that the text dates. */
                said_basis?: components["parameters"]["said_basis"];
                /** @description How said_from and said_to are compared. within: the words were certainly said then, and page.left_out counts those that may have been; overlap: they may have been said then. */
                match?: components["parameters"]["match"];
                /** @description Published on this date or later. Example: `2025`. */
                published_from?: components["parameters"]["published_from"];
                /** @description Published on this date or earlier. Example: `2025-01-31`. */
                published_to?: components["parameters"]["published_to"];
                /** @description Whether to list statements whose words the publisher removed from the article. */
                vanished?: components["parameters"]["vanished"];
                /** @description Only statements with at least this confidence. Example: `0.8`. */
                min_confidence?: components["parameters"]["min_confidence"];
                /** @description Only statements with these words: all of them, "exact phrases", OR between alternatives, - before what is excluded. Example: `"missile program" pakistan -india`. */
                q?: components["parameters"]["q"];
                /** @description The order. Default: relevance with `q`, else -said. A minus sign reverses it. With `said`, dated statements come first, by the last day on which they can have been said. Undated statements follow by date of publication. Statements with neither date come last in both directions. */
                sort?: components["parameters"]["sort.listStatementsOfOfficial"];
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether page.count contains the number of all matches: none, an estimate, or exact (slower). */
                count?: components["parameters"]["count"];
                /** @description Of several reports of one utterance that match the filters, only the first. */
                distinct?: components["parameters"]["distinct"];
                /** @description Only these top-level fields of each item, separated by commas. Items then have the schema in `x-schema-with-fields`. */
                fields?: components["parameters"]["fields.listStatementsOfOfficial"];
                /** @description Return these in full instead of as references, separated by commas. */
                expand?: components["parameters"]["expand"];
                /** @description The format of the answer. It goes before Accept, and can be a suffix of the path: `/v1/statements.csv`. */
                format?: components["parameters"]["format"];
                /** @description Count all matches by these facets, in `page.facets`. Years and months are those of the words. */
                facets?: components["parameters"]["facets"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["StatementPage"];
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    recordStatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "article": "0193c1d2-0000-7000-8000-000000000001",
                 *       "type": "indirect",
                 *       "segments": [
                 *         {
                 *           "start": 0,
                 *           "end": 30,
                 *           "exact": "The ferry will run all winter,"
                 *         }
                 *       ],
                 *       "speaker": {
                 *         "name": "Ada Brandt",
                 *         "role": "harbour master"
                 *       },
                 *       "said": {
                 *         "edtf": "2025-01-14",
                 *         "basis": "relative-to-publication"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewStatement"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getStatement: {
        parameters: {
            query?: {
                /** @description Only these top-level fields of each item, separated by commas. Items then have the schema in `x-schema-with-fields`. */
                fields?: components["parameters"]["fields.listStatementsOfOfficial"];
                /** @description Return these in full instead of as references, separated by commas. */
                expand?: components["parameters"]["expand"];
                /** @description The format of the answer. It goes before Accept, and can be a suffix of the path: `/v1/statements/{id}.csv`. */
                format?: "json" | "ndjson" | "csv" | "csv-excel" | "parquet" | "json-ld" | "atom";
            };
            header?: never;
            path: {
                /** @description The id of a statement. */
                id: components["parameters"]["id.getSightings"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                    "application/ld+json": components["schemas"]["QuotationDocument"];
                    "application/atom+xml": string;
                };
            };
            303: components["responses"]["Page"];
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            410: components["responses"]["410"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    correctStatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of a statement. */
                id: components["parameters"]["id.getSightings"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The article names the minister two paragraphs earlier.",
                 *       "speaker": {
                 *         "official": "vedant-patel",
                 *         "attribution": "pronoun"
                 *       },
                 *       "said": {
                 *         "edtf": "2024-12",
                 *         "basis": "relative-to-publication"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["StatementCorrection"];
            };
        };
        responses: {
            200: components["responses"]["Statement"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getStatementAnnotation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a statement. */
                id: components["parameters"]["id.getSightings"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The annotation. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Annotation"];
                    "application/json": components["schemas"]["Annotation"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            410: components["responses"]["410"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    citeStatement: {
        parameters: {
            query?: {
                /** @description The style. It has priority over Accept. */
                style?: "apa" | "chicago" | "mla" | "ap" | "bibtex" | "ris" | "csl-json";
            };
            header?: never;
            path: {
                /** @description The id of a statement. */
                id: components["parameters"]["id.getSightings"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The citations, or one reference. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "permalink": "http://127.0.0.1:3000/v1/statements/0193c1d2-0000-7000-8000-000000000008",
                     *       "deep_link": null,
                     *       "citations": [
                     *         {
                     *           "style": "apa",
                     *           "media_type": "text/plain",
                     *           "reference": "[News article without a title]. (ca. 2025, January). http://127.0.0.1:3000/v1/statements/0193c1d2-0000-7000-8000-000000000008",
                     *           "in_text": "(Miller, as reported in [News article without a title], ca. 2025)"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Citations"];
                    "text/plain": string;
                    "application/x-bibtex": string;
                    "application/x-research-info-systems": string;
                    "application/vnd.citationstyles.csl+json": components["schemas"]["CslItems"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            410: components["responses"]["410"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    verifyStatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of a statement. */
                id: components["parameters"]["id.getSightings"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatusChange"];
            };
        };
        responses: {
            200: components["responses"]["Statement"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    disputeStatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of a statement. */
                id: components["parameters"]["id.getSightings"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatusChange"];
            };
        };
        responses: {
            200: components["responses"]["Statement"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    retractStatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of a statement. */
                id: components["parameters"]["id.getSightings"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatusChange"];
            };
        };
        responses: {
            200: components["responses"]["Statement"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    rejectStatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of a statement. */
                id: components["parameters"]["id.getSightings"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatusChange"];
            };
        };
        responses: {
            200: components["responses"]["Statement"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    restoreStatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of a statement. */
                id: components["parameters"]["id.getSightings"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The retraction named the wrong statement."
                 *     }
                 */
                "application/json": components["schemas"]["Restoration"];
            };
        };
        responses: {
            200: components["responses"]["Statement"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getStatementHistory: {
        parameters: {
            query?: {
                /** @description The order: the latest or the first revision first. */
                sort?: components["parameters"]["sort.getOfficialHistory"];
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                /** @description The id of a statement. */
                id: components["parameters"]["id.getSightings"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HistoryPage"];
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            410: components["responses"]["410"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    exportRoster: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "memberships": [
                     *         {
                     *           "id": "0193c1d2-0000-7000-8000-000000000017",
                     *           "person_id": "0193c1d2-0000-7000-8000-000000000018",
                     *           "organization_id": "0193c1d2-0000-7000-8000-000000000019",
                     *           "role": "Harbour Minister",
                     *           "start_date": "2022-09-06",
                     *           "end_date": "2023-11"
                     *         }
                     *       ],
                     *       "organizations": [
                     *         {
                     *           "id": "0193c1d2-0000-7000-8000-000000000019",
                     *           "name": "Ministry of Harbours",
                     *           "other_names": [],
                     *           "identifiers": []
                     *         }
                     *       ],
                     *       "persons": [
                     *         {
                     *           "id": "0193c1d2-0000-7000-8000-000000000018",
                     *           "name": "Edith Marlowe",
                     *           "other_names": [
                     *             {
                     *               "name": "Edie Marlowe"
                     *             }
                     *           ],
                     *           "identifiers": [
                     *             {
                     *               "scheme": "wikidata",
                     *               "identifier": "Q4115189"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Roster"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    importRoster: {
        parameters: {
            query?: {
                /** @description Report the changes without making them. Example: `true`. */
                dry_run?: boolean;
            };
            header?: {
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "persons": [
                 *         {
                 *           "id": "marlowe",
                 *           "name": "Edith Marlowe",
                 *           "other_names": [
                 *             {
                 *               "name": "Edie Marlowe"
                 *             }
                 *           ],
                 *           "identifiers": [
                 *             {
                 *               "scheme": "wikidata",
                 *               "identifier": "Q4115189"
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "organizations": [
                 *         {
                 *           "id": "harbours",
                 *           "name": "Ministry of Harbours"
                 *         }
                 *       ],
                 *       "memberships": [
                 *         {
                 *           "person_id": "marlowe",
                 *           "organization_id": "harbours",
                 *           "role": "Harbour Minister",
                 *           "start_date": "2022-09-06",
                 *           "end_date": "2023-11"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PopoloInput"];
                /**
                 * @example name,other_names,organization,title,from,to,identifiers
                 *     Edith Marlowe,Edie Marlowe,Ministry of Harbours,Harbour Minister,2022-09-06,2023-11,wikidata:Q4115189
                 */
                "text/csv": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "dry_run": false,
                     *       "persons": {
                     *         "created": 1,
                     *         "updated": 0,
                     *         "unchanged": 0
                     *       },
                     *       "organizations": {
                     *         "created": 1,
                     *         "updated": 0,
                     *         "unchanged": 0
                     *       },
                     *       "memberships": {
                     *         "created": 1,
                     *         "updated": 0,
                     *         "unchanged": 0
                     *       },
                     *       "changes": [
                     *         {
                     *           "kind": "organization",
                     *           "action": "created",
                     *           "place": "/organizations/0",
                     *           "name": "Ministry of Harbours",
                     *           "url": "/v1/organizations/ministry-of-harbours"
                     *         },
                     *         {
                     *           "kind": "person",
                     *           "action": "created",
                     *           "place": "/persons/0",
                     *           "name": "Edith Marlowe",
                     *           "url": "/v1/officials/edith-marlowe"
                     *         },
                     *         {
                     *           "kind": "membership",
                     *           "action": "created",
                     *           "place": "/memberships/0",
                     *           "name": "Edith Marlowe, Harbour Minister",
                     *           "url": "/v1/officials/edith-marlowe"
                     *         }
                     *       ],
                     *       "ignored": []
                     *     }
                     */
                    "application/json": components["schemas"]["RosterResult"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    listDates: {
        parameters: {
            query?: {
                /** @description Count by calendar unit instead of by known date. */
                granularity?: "year" | "month" | "day";
                /** @description Only statements of these people: ids or slugs, separated by commas. Example: `vedant-patel`. */
                official?: components["parameters"]["official"];
                /** @description Only statements of these organizations, of people who spoke for them, and of people who held a position in them when the words were spoken (`speaker.position`): ids or slugs, separated by commas. Example: `state-department`. */
                organization?: components["parameters"]["organization"];
                /** @description Only statements of these articles: ids, separated by commas. */
                article?: components["parameters"]["article"];
                /** @description Only statements from articles of these publishers, separated by commas or repeated. Case, accents and the order of the words do not matter. Example: `The Gazette`. */
                publisher?: components["parameters"]["publisher"];
                /** @description direct: all in quotation marks; mixed: a paraphrase that contains quoted words; indirect: a paraphrase. */
                type?: components["parameters"]["type"];
                /** @description Whether the speaker said it, denied it, refused to comment … */
                polarity?: components["parameters"]["polarity"];
                /** @description The review status. Retracted and rejected statements are listed only on request. A retracted statement has the reduced form, without its words. */
                status?: components["parameters"]["status"];
                /** @description How the speaker is known. */
                attribution?: components["parameters"]["attribution"];
                /** @description Said on this date or later. Example: `2024-09-15`. */
                said_from?: components["parameters"]["said_from"];
                /** @description Said on this date or earlier. Example: `2024-12`. */
                said_to?: components["parameters"]["said_to"];
                /** @description How the date is known. Leave out `publication` to get only statements that the text dates. */
                said_basis?: components["parameters"]["said_basis"];
                /** @description How said_from and said_to are compared. within: the words were certainly said then, and page.left_out counts those that may have been; overlap: they may have been said then. */
                match?: components["parameters"]["match"];
                /** @description Published on this date or later. Example: `2025`. */
                published_from?: components["parameters"]["published_from"];
                /** @description Published on this date or earlier. Example: `2025-01-31`. */
                published_to?: components["parameters"]["published_to"];
                /** @description Whether to list statements whose words the publisher removed from the article. */
                vanished?: components["parameters"]["vanished"];
                /** @description Only statements with at least this confidence. Example: `0.8`. */
                min_confidence?: components["parameters"]["min_confidence"];
                /** @description Only statements with these words: all of them, "exact phrases", OR between alternatives, - before what is excluded. Example: `"missile program" pakistan -india`. */
                q?: components["parameters"]["q"];
                /** @description The order. */
                sort?: "said" | "-said";
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "edtf": "2024-12",
                     *           "earliest": "2024-12-01",
                     *           "latest": "2024-12-31",
                     *           "precision": "month",
                     *           "statements": 1,
                     *           "officials": 1,
                     *           "url": "/v1/dates/2024-12"
                     *         },
                     *         {
                     *           "edtf": "2024-11-26/2025-01?",
                     *           "earliest": "2024-11-26",
                     *           "latest": "2025-01-31",
                     *           "precision": "interval",
                     *           "statements": 1,
                     *           "officials": 1,
                     *           "url": "/v1/dates/2024-11-26%2F2025-01%3F"
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 2,
                     *         "count": null,
                     *         "self": "/v1/dates?limit=2",
                     *         "first": "/v1/dates?limit=2",
                     *         "prev": null,
                     *         "next": "/v1/dates?cursor=bmV4dA&limit=2"
                     *       },
                     *       "uncounted": {
                     *         "undated": 7,
                     *         "wider": 0
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DatePage"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getDate: {
        parameters: {
            query?: {
                /** @description Only statements of these people: ids or slugs, separated by commas. Example: `vedant-patel`. */
                official?: components["parameters"]["official"];
                /** @description Only statements of these organizations, of people who spoke for them, and of people who held a position in them when the words were spoken (`speaker.position`): ids or slugs, separated by commas. Example: `state-department`. */
                organization?: components["parameters"]["organization"];
                /** @description Only statements of these articles: ids, separated by commas. */
                article?: components["parameters"]["article"];
                /** @description Only statements from articles of these publishers, separated by commas or repeated. Case, accents and the order of the words do not matter. Example: `The Gazette`. */
                publisher?: components["parameters"]["publisher"];
                /** @description direct: all in quotation marks; mixed: a paraphrase that contains quoted words; indirect: a paraphrase. */
                type?: components["parameters"]["type"];
                /** @description Whether the speaker said it, denied it, refused to comment … */
                polarity?: components["parameters"]["polarity"];
                /** @description The review status. Retracted and rejected statements are listed only on request. A retracted statement has the reduced form, without its words. */
                status?: components["parameters"]["status"];
                /** @description How the speaker is known. */
                attribution?: components["parameters"]["attribution"];
                /** @description How the date is known. Leave out `publication` to get only statements that the text dates. */
                said_basis?: components["parameters"]["said_basis"];
                /** @description How said_from and said_to are compared. within: the words were certainly said then, and page.left_out counts those that may have been; overlap: they may have been said then. */
                match?: components["parameters"]["match"];
                /** @description Published on this date or later. Example: `2025`. */
                published_from?: components["parameters"]["published_from"];
                /** @description Published on this date or earlier. Example: `2025-01-31`. */
                published_to?: components["parameters"]["published_to"];
                /** @description Whether to list statements whose words the publisher removed from the article. */
                vanished?: components["parameters"]["vanished"];
                /** @description Only statements with at least this confidence. Example: `0.8`. */
                min_confidence?: components["parameters"]["min_confidence"];
                /** @description Only statements with these words: all of them, "exact phrases", OR between alternatives, - before what is excluded. Example: `"missile program" pakistan -india`. */
                q?: components["parameters"]["q"];
                /** @description The order. Default: relevance with `q`, else -said. A minus sign reverses it. With `said`, dated statements come first, by the last day on which they can have been said. Undated statements follow by date of publication. Statements with neither date come last in both directions. */
                sort?: components["parameters"]["sort.listStatementsOfOfficial"];
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether page.count contains the number of all matches: none, an estimate, or exact (slower). */
                count?: components["parameters"]["count"];
                /** @description Of several reports of one utterance that match the filters, only the first. */
                distinct?: components["parameters"]["distinct"];
                /** @description Only these top-level fields of each item, separated by commas. Items then have the schema in `x-schema-with-fields`. */
                fields?: components["parameters"]["fields.listStatementsOfOfficial"];
                /** @description Return these in full instead of as references, separated by commas. */
                expand?: components["parameters"]["expand"];
                /** @description The format of the answer. It goes before Accept, and can be a suffix of the path: `/v1/statements.csv`. */
                format?: components["parameters"]["format"];
                /** @description Count all matches by these facets, in `page.facets`. Years and months are those of the words. */
                facets?: components["parameters"]["facets"];
            };
            header?: never;
            path: {
                /**
                 * @description An EDTF level 1 date or interval.
                 * @example 2024-09
                 */
                edtf: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "edtf": "2024-09",
                     *       "earliest": "2024-09-01",
                     *       "latest": "2024-09-30",
                     *       "precision": "month",
                     *       "statements": {
                     *         "within": 1,
                     *         "overlapping": 8
                     *       },
                     *       "items": [
                     *         {
                     *           "id": "0193c1d2-0000-7000-8000-000000000008",
                     *           "text": "that the US would continue to stand “shoulder to shoulder with Pakistan in its fight against terrorism”"
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 20,
                     *         "count": null,
                     *         "self": "/v1/dates/2024-09?fields=id%2Ctext&match=within",
                     *         "first": "/v1/dates/2024-09?fields=id%2Ctext&match=within",
                     *         "prev": null,
                     *         "next": null,
                     *         "left_out": {
                     *           "undated": 7,
                     *           "wider": 0,
                     *           "capped": false,
                     *           "url": "/v1/dates/2024-09?fields=id%2Ctext&match=overlap"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["StatementsOfDate"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    listArticles: {
        parameters: {
            query?: {
                /** @description Only articles of these publishers, separated by commas or repeated. Case, accents and the order of the words do not matter. Example: `The Gazette`. */
                publisher?: string[];
                /** @description Only the article with this URL. */
                url?: string;
                /** @description Only articles whose latest text has this hash. */
                sha256?: string;
                /** @description Published on this date or later. Example: `2025`. */
                published_from?: components["parameters"]["published_from"];
                /** @description Published on this date or earlier. Example: `2025-01-31`. */
                published_to?: components["parameters"]["published_to"];
                /** @description Only articles with these words in the title or the latest text: all of them, "exact phrases", OR between alternatives, - before what is excluded. Example: `"port authority" ferry -strike`. */
                q?: string;
                /** @description The order, by default relevance with `q`, else -published. */
                sort?: "published" | "-published" | "recorded" | "-recorded" | "relevance";
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether page.count contains the number of all matches: none, an estimate, or exact (slower). */
                count?: components["parameters"]["count"];
                /** @description Only these top-level fields of each item, separated by commas. Items then have the schema in `x-schema-with-fields`. */
                fields?: components["parameters"]["fields.listArticles"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0193c1d2-0000-7000-8000-000000000010",
                     *           "title": null,
                     *           "published": {
                     *             "edtf": "2025-01?",
                     *             "earliest": "2025-01-01",
                     *             "latest": "2025-01-31",
                     *             "basis": "inferred"
                     *           }
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 1,
                     *         "count": null,
                     *         "self": "/v1/articles?fields=id%2Ctitle%2Cpublished&limit=1",
                     *         "first": "/v1/articles?fields=id%2Ctitle%2Cpublished&limit=1",
                     *         "prev": null,
                     *         "next": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ArticlePage"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    ingestArticle: {
        parameters: {
            query?: {
                /** @description Accepts a text that was erased, or a text at the URL of an erased article, as a new article. Needs the scope admin. Example: `false`. */
                after_erasure?: boolean;
            };
            header?: {
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "The ferry will run all winter, harbour master Ada Brandt said on Tuesday.",
                 *       "title": "Ferry to run all winter",
                 *       "publisher": "The Gazette",
                 *       "url": "https://gazette.example/ferry",
                 *       "published": "2025-01-15",
                 *       "language": "en-GB"
                 *     }
                 */
                "application/json": components["schemas"]["NewArticle"];
                /**
                 * @example {
                 *       "uri": "https://gazette.example/items/ferry",
                 *       "type": "text",
                 *       "versioncreated": "2025-01-15T09:30:00Z",
                 *       "headline": "Ferry to run all winter",
                 *       "byline": "Bo Lindqvist",
                 *       "language": "en",
                 *       "body_xhtml": "<p>The ferry will run all winter, harbour master Ada Brandt said on Tuesday.</p>"
                 *     }
                 */
                "application/vnd.iptc.ninjs+json": components["schemas"]["NinjsItem"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "known",
                     *       "statements": {
                     *         "created": 0,
                     *         "moved": 0,
                     *         "changed": 0,
                     *         "vanished": 0,
                     *         "redated": 0
                     *       },
                     *       "metadata": {
                     *         "changed": [],
                     *         "differs": [],
                     *         "correction": null
                     *       },
                     *       "warnings": [],
                     *       "evidence": {
                     *         "published": null
                     *       },
                     *       "article": {
                     *         "id": "0193c1d2-0000-7000-8000-000000000015",
                     *         "title": null,
                     *         "publisher": null,
                     *         "byline": null,
                     *         "dateline": null,
                     *         "url": null,
                     *         "language": null,
                     *         "published": {
                     *           "edtf": "2025-01-15",
                     *           "earliest": "2025-01-15",
                     *           "latest": "2025-01-15",
                     *           "basis": "stated"
                     *         },
                     *         "snapshot": {
                     *           "id": "0193c1d2-0000-7000-8000-000000000016",
                     *           "ordinal": 1,
                     *           "sha256": "897b0482c2a2ed73c7be6109b5a444e54b6f1c763bc51b2783b1c973133de485",
                     *           "length": 73,
                     *           "retrieved": "2026-11-23T10:00:00.000Z"
                     *         },
                     *         "statements": {
                     *           "count": 1
                     *         },
                     *         "links": {
                     *           "self": "/v1/articles/0193c1d2-0000-7000-8000-000000000015",
                     *           "text": "/v1/articles/0193c1d2-0000-7000-8000-000000000015/text",
                     *           "snapshots": "/v1/articles/0193c1d2-0000-7000-8000-000000000015/snapshots",
                     *           "statements": "/v1/articles/0193c1d2-0000-7000-8000-000000000015/statements",
                     *           "annotations": "/v1/articles/0193c1d2-0000-7000-8000-000000000015/annotations"
                     *         },
                     *         "version": 1,
                     *         "recorded": "2026-11-23T10:00:00.000Z",
                     *         "updated": "2026-11-23T10:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["IngestionResult"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "created",
                     *       "statements": {
                     *         "created": 1,
                     *         "moved": 0,
                     *         "changed": 0,
                     *         "vanished": 0,
                     *         "redated": 0
                     *       },
                     *       "metadata": {
                     *         "changed": [],
                     *         "differs": [],
                     *         "correction": null
                     *       },
                     *       "warnings": [],
                     *       "evidence": {
                     *         "published": null
                     *       },
                     *       "article": {
                     *         "id": "0193c1d2-0000-7000-8000-000000000015",
                     *         "title": null,
                     *         "publisher": null,
                     *         "byline": null,
                     *         "dateline": null,
                     *         "url": null,
                     *         "language": null,
                     *         "published": {
                     *           "edtf": "2025-01-15",
                     *           "earliest": "2025-01-15",
                     *           "latest": "2025-01-15",
                     *           "basis": "stated"
                     *         },
                     *         "snapshot": {
                     *           "id": "0193c1d2-0000-7000-8000-000000000016",
                     *           "ordinal": 1,
                     *           "sha256": "897b0482c2a2ed73c7be6109b5a444e54b6f1c763bc51b2783b1c973133de485",
                     *           "length": 73,
                     *           "retrieved": "2026-11-23T10:00:00.000Z"
                     *         },
                     *         "statements": {
                     *           "count": 1
                     *         },
                     *         "links": {
                     *           "self": "/v1/articles/0193c1d2-0000-7000-8000-000000000015",
                     *           "text": "/v1/articles/0193c1d2-0000-7000-8000-000000000015/text",
                     *           "snapshots": "/v1/articles/0193c1d2-0000-7000-8000-000000000015/snapshots",
                     *           "statements": "/v1/articles/0193c1d2-0000-7000-8000-000000000015/statements",
                     *           "annotations": "/v1/articles/0193c1d2-0000-7000-8000-000000000015/annotations"
                     *         },
                     *         "version": 1,
                     *         "recorded": "2026-11-23T10:00:00.000Z",
                     *         "updated": "2026-11-23T10:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["IngestionResult"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getArticle: {
        parameters: {
            query?: {
                /** @description Only these top-level fields of each item, separated by commas. Items then have the schema in `x-schema-with-fields`. */
                fields?: components["parameters"]["fields.listArticles"];
            };
            header?: never;
            path: {
                /** @description The id of an article. */
                id: components["parameters"]["id.getArticle"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            303: components["responses"]["Page"];
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            410: components["responses"]["410"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    eraseArticle: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of an article. */
                id: components["parameters"]["id.getArticle"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Order 12/2026 of the district court."
                 *     }
                 */
                "application/json": components["schemas"]["StatusChange"];
            };
        };
        responses: {
            200: components["responses"]["RemovedArticle"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    correctArticle: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of an article. */
                id: components["parameters"]["id.getArticle"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The date was printed below the headline.",
                 *       "published": "2025-01-15",
                 *       "byline": null
                 *     }
                 */
                "application/json": components["schemas"]["ArticleCorrection"];
            };
        };
        responses: {
            200: components["responses"]["Article"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    listSnapshots: {
        parameters: {
            query?: {
                /** @description The order. */
                sort?: "-ordinal" | "ordinal";
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                /** @description The id of an article. */
                id: components["parameters"]["id.getArticle"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0193c1d2-0000-7000-8000-000000000011",
                     *           "ordinal": 1,
                     *           "sha256": "fc447829a4d924cc9955e31b2d02beaad0607b8aca427b45afb54d8de39a6d17",
                     *           "length": 3767,
                     *           "retrieved": "2026-11-23T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 20,
                     *         "count": null,
                     *         "self": "/v1/articles/0193c1d2-0000-7000-8000-000000000010/snapshots",
                     *         "first": "/v1/articles/0193c1d2-0000-7000-8000-000000000010/snapshots",
                     *         "prev": null,
                     *         "next": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SnapshotPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            410: components["responses"]["410"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getArticleText: {
        parameters: {
            query?: {
                /** @description The id of one version of the text. */
                snapshot?: string;
            };
            header?: never;
            path: {
                /** @description The id of an article. */
                id: components["parameters"]["id.getArticle"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text, in UTF-8. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example - Says will remain committed to working with Pakistan on common threats
                     *     ISLAMABAD: The US acknowledged Pakistan’s pivotal role in the counterterrorism efforts over the years, but it has never been a f
                     */
                    "text/plain": string;
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            410: components["responses"]["410"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    undoArticle: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of an article. */
                id: components["parameters"]["id.getArticle"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The first date was right."
                 *     }
                 */
                "application/json": components["schemas"]["Undo"];
            };
        };
        responses: {
            200: components["responses"]["Article"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getArticleHistory: {
        parameters: {
            query?: {
                /** @description The order: the latest or the first revision first. */
                sort?: components["parameters"]["sort.getOfficialHistory"];
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                /** @description The id of an article. */
                id: components["parameters"]["id.getArticle"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["HistoryPage"];
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            410: components["responses"]["410"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    withdrawArticle: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of an article. */
                id: components["parameters"]["id.getArticle"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The publisher withdrew the article."
                 *     }
                 */
                "application/json": components["schemas"]["StatusChange"];
            };
        };
        responses: {
            200: components["responses"]["RemovedArticle"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    restoreArticle: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of an article. */
                id: components["parameters"]["id.getArticle"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The publisher stands by the article."
                 *     }
                 */
                "application/json": components["schemas"]["StatusChange"];
            };
        };
        responses: {
            200: components["responses"]["Article"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    listPublishers: {
        parameters: {
            query?: {
                /** @description The order. */
                sort?: components["parameters"]["sort"];
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether page.count contains the number of all matches: none, an estimate, or exact (slower). */
                count?: components["parameters"]["count"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "name": "The Gazette",
                     *           "spellings": [
                     *             "The Gazette"
                     *           ],
                     *           "articles": {
                     *             "count": 1
                     *           },
                     *           "statements": {
                     *             "count": 1
                     *           },
                     *           "links": {
                     *             "articles": "/v1/articles?publisher=The%20Gazette",
                     *             "statements": "/v1/statements?publisher=The%20Gazette"
                     *           }
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 20,
                     *         "count": null,
                     *         "self": "/v1/publishers",
                     *         "first": "/v1/publishers",
                     *         "prev": null,
                     *         "next": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PublisherPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    listStatementsOfArticle: {
        parameters: {
            query?: {
                /** @description Only statements of these people: ids or slugs, separated by commas. Example: `vedant-patel`. */
                official?: components["parameters"]["official"];
                /** @description Only statements of these organizations, of people who spoke for them, and of people who held a position in them when the words were spoken (`speaker.position`): ids or slugs, separated by commas. Example: `state-department`. */
                organization?: components["parameters"]["organization"];
                /** @description Only statements from articles of these publishers, separated by commas or repeated. Case, accents and the order of the words do not matter. Example: `The Gazette`. */
                publisher?: components["parameters"]["publisher"];
                /** @description direct: all in quotation marks; mixed: a paraphrase that contains quoted words; indirect: a paraphrase. */
                type?: components["parameters"]["type"];
                /** @description Whether the speaker said it, denied it, refused to comment … */
                polarity?: components["parameters"]["polarity"];
                /** @description The review status. Retracted and rejected statements are listed only on request. A retracted statement has the reduced form, without its words. */
                status?: components["parameters"]["status"];
                /** @description How the speaker is known. */
                attribution?: components["parameters"]["attribution"];
                /** @description Said on this date or later. Example: `2024-09-15`. */
                said_from?: components["parameters"]["said_from"];
                /** @description Said on this date or earlier. Example: `2024-12`. */
                said_to?: components["parameters"]["said_to"];
                /** @description How the date is known. Leave out `publication` to get only statements that the text dates. */
                said_basis?: components["parameters"]["said_basis"];
                /** @description How said_from and said_to are compared. within: the words were certainly said then, and page.left_out counts those that may have been; overlap: they may have been said then. */
                match?: components["parameters"]["match"];
                /** @description Published on this date or later. Example: `2025`. */
                published_from?: components["parameters"]["published_from"];
                /** @description Published on this date or earlier. Example: `2025-01-31`. */
                published_to?: components["parameters"]["published_to"];
                /** @description Whether to list statements whose words the publisher removed from the article. */
                vanished?: components["parameters"]["vanished"];
                /** @description Only statements with at least this confidence. Example: `0.8`. */
                min_confidence?: components["parameters"]["min_confidence"];
                /** @description Only statements with these words: all of them, "exact phrases", OR between alternatives, - before what is excluded. Example: `"missile program" pakistan -india`. */
                q?: components["parameters"]["q"];
                /** @description The order. Default: relevance with `q`, else -said. A minus sign reverses it. With `said`, dated statements come first, by the last day on which they can have been said. Undated statements follow by date of publication. Statements with neither date come last in both directions. */
                sort?: components["parameters"]["sort.listStatementsOfOfficial"];
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether page.count contains the number of all matches: none, an estimate, or exact (slower). */
                count?: components["parameters"]["count"];
                /** @description Of several reports of one utterance that match the filters, only the first. */
                distinct?: components["parameters"]["distinct"];
                /** @description Only these top-level fields of each item, separated by commas. Items then have the schema in `x-schema-with-fields`. */
                fields?: components["parameters"]["fields.listStatementsOfOfficial"];
                /** @description Return these in full instead of as references, separated by commas. */
                expand?: components["parameters"]["expand"];
                /** @description The format of the answer. It goes before Accept, and can be a suffix of the path: `/v1/statements.csv`. */
                format?: components["parameters"]["format"];
                /** @description Count all matches by these facets, in `page.facets`. Years and months are those of the words. */
                facets?: components["parameters"]["facets"];
            };
            header?: never;
            path: {
                /** @description The id of an article. */
                id: components["parameters"]["id.getArticle"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["StatementPage"];
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            410: components["responses"]["410"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getArticleAnnotations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of an article. */
                id: components["parameters"]["id.getArticle"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The annotations of the article. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["AnnotationCollection"];
                    "application/json": components["schemas"]["AnnotationCollection"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            410: components["responses"]["410"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getArticleAnnotationPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of an article. */
                id: components["parameters"]["id.getArticle"];
                /** @description The number of the page. */
                page: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of annotations. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["AnnotationPage"];
                    "application/json": components["schemas"]["AnnotationPage"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            404: components["responses"]["404"];
            410: components["responses"]["410"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    ingestArticles: {
        parameters: {
            query?: {
                /** @description true stores the lines for workers. They are then not ingested at once. Example: `false`. */
                async?: boolean;
            };
            header?: {
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
                /** @description `respond-async` asks for a job, as async=true does (RFC 7240). */
                prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {"text":"The ferry will run all winter, harbour master Ada Brandt said on Tuesday.","url":"https://gazette.example/ferry","published":"2025-01-15"}
                 *     {"headline":"Bridge shut"}
                 */
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description The result of each line, in order. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {"line":1,"outcome":"created","article":{"id":"0193c1d2-0000-7000-8000-000000000001","url":"/v1/articles/0193c1d2-0000-7000-8000-000000000001"},"statements":{"created":1,"moved":0,"changed":0,"vanished":0,"redated":0},"metadata":{"changed":[],"differs":[],"correction":null},"warnings":[],"problem":null}
                     *     {"line":2,"outcome":"failed","article":null,"statements":null,"metadata":null,"warnings":[],"problem":{"code":"invalid_body","detail":"\"headline\" is no field here.","errors":[{"pointer":"/headline","code":"unknown_field","message":"\"headline\" is no field here."}]}}
                     */
                    "application/x-ndjson": string;
                };
            };
            202: components["responses"]["JobDetail"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description The order. */
                sort?: "-recorded" | "recorded";
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0193c1d2-0000-7000-8000-000000000009",
                     *           "url": "/v1/jobs/0193c1d2-0000-7000-8000-000000000009",
                     *           "state": "running",
                     *           "progress": {
                     *             "total": 3,
                     *             "waiting": 1,
                     *             "created": 1,
                     *             "changed": 0,
                     *             "known": 0,
                     *             "failed": 1,
                     *             "retryable": 0,
                     *             "cancelled": 0,
                     *             "statements": 1
                     *           },
                     *           "submitted_by": "desk",
                     *           "recorded": "2026-11-23T10:00:00.000Z",
                     *           "started": "2026-11-23T10:00:01.000Z",
                     *           "finished": null,
                     *           "seconds": 0.5,
                     *           "links": {
                     *             "self": "/v1/jobs/0193c1d2-0000-7000-8000-000000000009",
                     *             "items": "/v1/jobs/0193c1d2-0000-7000-8000-000000000009/items"
                     *           }
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 20,
                     *         "count": null,
                     *         "self": "/v1/jobs",
                     *         "first": "/v1/jobs",
                     *         "prev": null,
                     *         "next": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["JobPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a job. */
                id: components["parameters"]["id.getJob"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["JobDetail.getJob.200"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a job. */
                id: components["parameters"]["id.getJob"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["JobDetail.getJob.200"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    listJobItems: {
        parameters: {
            query?: {
                /** @description Only lines in these states. */
                state?: ("waiting" | "done" | "failed" | "cancelled")[];
                /** @description The order. */
                sort?: "line";
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                /** @description The id of a job. */
                id: components["parameters"]["id.getJob"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "line": 2,
                     *           "outcome": "failed",
                     *           "article": null,
                     *           "statements": null,
                     *           "metadata": null,
                     *           "warnings": [],
                     *           "problem": {
                     *             "code": "invalid_body",
                     *             "detail": "\"headline\" is no field here.",
                     *             "errors": [
                     *               {
                     *                 "pointer": "/headline",
                     *                 "code": "unknown_field",
                     *                 "message": "\"headline\" is no field here."
                     *               }
                     *             ]
                     *           },
                     *           "state": "failed",
                     *           "retryable": false,
                     *           "attempts": 0,
                     *           "finished": "2026-11-23T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 20,
                     *         "count": null,
                     *         "self": "/v1/jobs/0193c1d2-0000-7000-8000-000000000009/items?state=failed",
                     *         "first": "/v1/jobs/0193c1d2-0000-7000-8000-000000000009/items?state=failed",
                     *         "prev": null,
                     *         "next": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["JobItemPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of a job. */
                id: components["parameters"]["id.getJob"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["JobDetail"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    listSources: {
        parameters: {
            query?: {
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0193c1d2-0000-7000-8000-000000000011",
                     *           "url": "https://gazette.example/feed.xml",
                     *           "kind": "rss",
                     *           "title": "The Gazette",
                     *           "publisher": null,
                     *           "language": null,
                     *           "time_zone": null,
                     *           "interval_minutes": 15,
                     *           "first_entries": 20,
                     *           "status": "active",
                     *           "status_reason": null,
                     *           "polled": "2026-11-23T10:15:00.000Z",
                     *           "read": "2026-11-23T10:00:00.000Z",
                     *           "next_poll": "2026-11-23T10:30:00.000Z",
                     *           "failures": 0,
                     *           "failing_since": null,
                     *           "problem": null,
                     *           "entries": {
                     *             "waiting": 0,
                     *             "ingested": 19,
                     *             "skipped": 30,
                     *             "failed": 1
                     *           },
                     *           "added_by": "desk",
                     *           "version": 1,
                     *           "recorded": "2026-11-23T10:00:00.000Z",
                     *           "updated": "2026-11-23T10:00:00.000Z",
                     *           "links": {
                     *             "self": "/v1/sources/0193c1d2-0000-7000-8000-000000000011",
                     *             "entries": "/v1/sources/0193c1d2-0000-7000-8000-000000000011/entries"
                     *           }
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 20,
                     *         "count": null,
                     *         "self": "/v1/sources",
                     *         "first": "/v1/sources",
                     *         "prev": null,
                     *         "next": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SourcePage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    addSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://gazette.example/feed.xml",
                 *       "publisher": "The Gazette"
                 *     }
                 */
                "application/json": components["schemas"]["NewSource"];
            };
        };
        responses: {
            200: components["responses"]["Source"];
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a source. */
                id: components["parameters"]["id.getSource"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Source"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    removeSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of a source. */
                id: components["parameters"]["id.getSource"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source is removed. */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    changeSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of a source. */
                id: components["parameters"]["id.getSource"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "paused"
                 *     }
                 */
                "application/json": components["schemas"]["SourceChange"];
            };
        };
        responses: {
            200: components["responses"]["Source"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    listSourceEntries: {
        parameters: {
            query?: {
                /** @description Only entries in these states. */
                state?: ("waiting" | "ingested" | "skipped" | "failed")[];
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                /** @description The id of a source. */
                id: components["parameters"]["id.getSource"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0193c1d2-0000-7000-8000-000000000012",
                     *           "url": "https://gazette.example/tide",
                     *           "published": "Mon, 23 Nov 2026 09:00:00 +0100",
                     *           "state": "failed",
                     *           "outcome": null,
                     *           "article": null,
                     *           "statements": null,
                     *           "reason": {
                     *             "code": "fetch_failed",
                     *             "detail": "The URL answers 404."
                     *           },
                     *           "attempts": 2,
                     *           "next_attempt": null,
                     *           "recorded": "2026-11-23T10:00:00.000Z",
                     *           "fetched": "2026-11-23T10:05:00.000Z"
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 20,
                     *         "count": null,
                     *         "self": "/v1/sources/0193c1d2-0000-7000-8000-000000000011/entries?state=failed",
                     *         "first": "/v1/sources/0193c1d2-0000-7000-8000-000000000011/entries?state=failed",
                     *         "prev": null,
                     *         "next": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SourceEntryPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description Changes after this position. 0 is the beginning; page.next continues from the last one. Example: `0`. */
                after?: string;
                /** @description Only changes of these subjects. */
                subject?: ("article" | "official" | "organization" | "statement")[];
                /** @description Only changes with these actions. */
                action?: ("created" | "changed" | "moved" | "vanished" | "completed" | "redated" | "attributed" | "corrected" | "verified" | "disputed" | "retracted" | "rejected" | "restored" | "joined" | "parted" | "withdrawn" | "erased" | "merged" | "split" | "repointed" | "reattributed" | "undone" | "imported")[];
                /** @description Only changes of these people and of their statements: ids or slugs, separated by commas. Example: `vedant-patel`. */
                official?: string[];
                /** @description If there is no change yet: how many seconds to wait for one. Default: do not wait. Example: `1`. */
                wait?: string;
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "position": 5,
                     *           "subject": "official",
                     *           "id": "0193c1d2-0000-7000-8000-000000000013",
                     *           "url": "/v1/officials/0193c1d2-0000-7000-8000-000000000013",
                     *           "version": 1,
                     *           "action": "created",
                     *           "actor": "machine",
                     *           "reason": null,
                     *           "recorded": "2026-11-23T10:00:00.000Z",
                     *           "before": null,
                     *           "after": {
                     *             "name": "John Kirby",
                     *             "slug": "john-kirby"
                     *           }
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 1,
                     *         "next": "/v1/changes?after=5&limit=1&subject=official",
                     *         "has_more": true
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ChangePage"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0193c1d2-0000-7000-8000-000000000001",
                     *           "url": "/v1/webhooks/0193c1d2-0000-7000-8000-000000000001",
                     *           "owner": "archive",
                     *           "endpoint": "https://archive.example.org/onrecord",
                     *           "description": "Corrections for the archive",
                     *           "subjects": [
                     *             "statement"
                     *           ],
                     *           "actions": [
                     *             "corrected",
                     *             "retracted"
                     *           ],
                     *           "officials": [],
                     *           "searches": [],
                     *           "status": "active",
                     *           "status_reason": null,
                     *           "position": 86,
                     *           "failures": 0,
                     *           "failing_since": null,
                     *           "next_attempt": null,
                     *           "former_secret_until": null,
                     *           "version": 1,
                     *           "recorded": "2026-11-23T10:00:00.000Z",
                     *           "updated": "2026-11-23T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 20,
                     *         "count": null,
                     *         "self": "/v1/webhooks",
                     *         "first": "/v1/webhooks",
                     *         "prev": null,
                     *         "next": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "endpoint": "https://archive.example.org/onrecord",
                 *       "description": "Corrections for the archive",
                 *       "subjects": [
                 *         "statement"
                 *       ],
                 *       "actions": [
                 *         "corrected",
                 *         "retracted"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a webhook. */
                id: components["parameters"]["id.getWebhook"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Webhook"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of a webhook. */
                id: components["parameters"]["id.getWebhook"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook is deleted. */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of a webhook. */
                id: components["parameters"]["id.getWebhook"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "active"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookChange"];
            };
        };
        responses: {
            200: components["responses"]["Webhook"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of a webhook. */
                id: components["parameters"]["id.getWebhook"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlap_hours": 24
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The hours for which messages are also signed with the former secret.
                     * @default 24
                     */
                    overlap_hours?: number;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of a webhook. */
                id: components["parameters"]["id.getWebhook"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Delivery"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description Only deliveries with these statuses. */
                status?: ("pending" | "delivered" | "failed")[];
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                /** @description The id of a webhook. */
                id: components["parameters"]["id.getWebhook"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0193c1d2-0000-7000-8000-000000000002",
                     *           "url": "/v1/webhooks/0193c1d2-0000-7000-8000-000000000001/deliveries/0193c1d2-0000-7000-8000-000000000002",
                     *           "message": "0193c1d2-0000-7000-8000-000000000001-87",
                     *           "type": "statement.retracted",
                     *           "position": 87,
                     *           "attempt": 1,
                     *           "requested": false,
                     *           "status": "delivered",
                     *           "code": 204,
                     *           "latency_ms": 41,
                     *           "error": null,
                     *           "recorded": "2026-11-23T10:05:00.000Z",
                     *           "attempted": "2026-11-23T10:05:00.000Z"
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 20,
                     *         "count": null,
                     *         "self": "/v1/webhooks/0193c1d2-0000-7000-8000-000000000001/deliveries",
                     *         "first": "/v1/webhooks/0193c1d2-0000-7000-8000-000000000001/deliveries",
                     *         "prev": null,
                     *         "next": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a webhook. */
                id: components["parameters"]["id.getWebhook"];
                /**
                 * @description The id of a delivery.
                 * @example 0193c1d2-0000-7000-8000-000000000001
                 */
                delivery: components["parameters"]["delivery"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0193c1d2-0000-7000-8000-000000000002",
                     *       "url": "/v1/webhooks/0193c1d2-0000-7000-8000-000000000001/deliveries/0193c1d2-0000-7000-8000-000000000002",
                     *       "message": "0193c1d2-0000-7000-8000-000000000001-87",
                     *       "type": "statement.retracted",
                     *       "position": 87,
                     *       "attempt": 1,
                     *       "requested": false,
                     *       "status": "delivered",
                     *       "code": 204,
                     *       "latency_ms": 41,
                     *       "error": null,
                     *       "recorded": "2026-11-23T10:05:00.000Z",
                     *       "attempted": "2026-11-23T10:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    repeatDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of a webhook. */
                id: components["parameters"]["id.getWebhook"];
                /**
                 * @description The id of a delivery.
                 * @example 0193c1d2-0000-7000-8000-000000000001
                 */
                delivery: components["parameters"]["delivery"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Delivery"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    listSearches: {
        parameters: {
            query?: {
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0193c1d2-0000-7000-8000-000000000001",
                     *           "url": "/v1/searches/0193c1d2-0000-7000-8000-000000000001",
                     *           "owner": "archive",
                     *           "name": "Missiles",
                     *           "q": "\"missile program\" OR missiles",
                     *           "filters": {
                     *             "official": [
                     *               "vedant-patel"
                     *             ]
                     *           },
                     *           "matches": "/v1/searches/0193c1d2-0000-7000-8000-000000000001/matches",
                     *           "version": 1,
                     *           "recorded": "2026-11-23T10:00:00.000Z",
                     *           "updated": "2026-11-23T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 20,
                     *         "count": null,
                     *         "self": "/v1/searches",
                     *         "first": "/v1/searches",
                     *         "prev": null,
                     *         "next": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SearchPage"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    createSearch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Missiles",
                 *       "q": "\"missile program\" OR missiles",
                 *       "filters": {
                 *         "official": [
                 *           "vedant-patel"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewSearch"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            409: components["responses"]["409"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    getSearch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a saved search. */
                id: components["parameters"]["id.getSearch"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SavedSearch"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    deleteSearch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of a saved search. */
                id: components["parameters"]["id.getSearch"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The search is deleted. */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    changeSearch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Required. The version that the change is based on, in quotation marks, such as "3", or the ETag with which the resource was read. */
                "if-match"?: components["parameters"]["if-match"];
                /** @description Makes retries safe: a request with the same key takes effect once. The key is stored for 24 hours. */
                "idempotency-key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The id of a saved search. */
                id: components["parameters"]["id.getSearch"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Missiles and Pakistan",
                 *       "q": "missiles pakistan"
                 *     }
                 */
                "application/json": components["schemas"]["SearchChange"];
            };
        };
        responses: {
            200: components["responses"]["SavedSearch"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    listMatches: {
        parameters: {
            query?: {
                /** @description The order, as in the list of statements. */
                sort?: "said" | "-said" | "published" | "-published" | "recorded" | "-recorded" | "confidence" | "-confidence" | "relevance";
                /** @description Items per page. Larger numbers than 100 count as 100. page.limit shows the number that applied. */
                limit?: components["parameters"]["limit"];
                /** @description The position where the page starts. Take it from page.next or page.prev; do not build it. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether page.count contains the number of all matches: none, an estimate, or exact (slower). */
                count?: components["parameters"]["count"];
                /** @description Of several reports of one utterance that match the filters, only the first. */
                distinct?: components["parameters"]["distinct"];
                /** @description Only these top-level fields of each item, separated by commas. Items then have the schema in `x-schema-with-fields`. */
                fields?: components["parameters"]["fields.listStatementsOfOfficial"];
                /** @description Return these in full instead of as references, separated by commas. */
                expand?: components["parameters"]["expand"];
                /** @description The format of the answer. It goes before Accept, and can be a suffix of the path: `/v1/statements.csv`. */
                format?: components["parameters"]["format"];
                /** @description Count all matches by these facets, in `page.facets`. Years and months are those of the words. */
                facets?: components["parameters"]["facets"];
            };
            header?: never;
            path: {
                /** @description The id of a saved search. */
                id: components["parameters"]["id.getSearch"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["StatementPage"];
            304: components["responses"]["Unchanged"];
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    extract: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "The ferry will run all winter, harbour master Ada Brandt said on Tuesday.",
                 *       "published": "2025-01-15"
                 *     }
                 */
                "application/json": {
                    /** @description The text to read. The offsets in the response refer to this text. */
                    text: string;
                    /** @description When the text was published, as EDTF. Leave it out if unknown. */
                    published?: string | null;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statements": [
                     *         {
                     *           "type": "indirect",
                     *           "polarity": "affirmed",
                     *           "verbatim": false,
                     *           "text": "The ferry will run all winter",
                     *           "segments": [
                     *             {
                     *               "start": 0,
                     *               "end": 29,
                     *               "exact": "The ferry will run all winter"
                     *             }
                     *           ],
                     *           "quoted": [],
                     *           "speaker": {
                     *             "name": "Ada Brandt",
                     *             "kind": "person",
                     *             "organization": null,
                     *             "role": "harbour master",
                     *             "former": false,
                     *             "attribution": "named",
                     *             "candidates": [],
                     *             "mention": {
                     *               "start": 31,
                     *               "end": 56,
                     *               "exact": "harbour master Ada Brandt"
                     *             },
                     *             "antecedent": null,
                     *             "role_evidence": {
                     *               "start": 31,
                     *               "end": 45,
                     *               "exact": "harbour master"
                     *             },
                     *             "rule": "speaker/name/full"
                     *           },
                     *           "cue": {
                     *             "start": 57,
                     *             "end": 61,
                     *             "exact": "said"
                     *           },
                     *           "said": {
                     *             "edtf": "2025-01-14",
                     *             "earliest": "2025-01-14",
                     *             "latest": "2025-01-14",
                     *             "precision": "day",
                     *             "basis": "relative-to-publication",
                     *             "expression": {
                     *               "start": 65,
                     *               "end": 72,
                     *               "exact": "Tuesday"
                     *             }
                     *           },
                     *           "venue": null,
                     *           "addressee": null,
                     *           "relay": null,
                     *           "within": null,
                     *           "context": {
                     *             "before": "",
                     *             "after": ", harbour master Ada Brandt said on Tuesday."
                     *           },
                     *           "confidence": 0.88,
                     *           "speaker_confidence": 0.99,
                     *           "rule": "indirect/clause-before-cue"
                     *         }
                     *       ],
                     *       "people": [
                     *         {
                     *           "name": "Ada Brandt",
                     *           "roles": [
                     *             {
                     *               "title": "harbour master",
                     *               "organization": null,
                     *               "former": false,
                     *               "evidence": {
                     *                 "start": 31,
                     *                 "end": 45,
                     *                 "exact": "harbour master"
                     *               }
                     *             }
                     *           ],
                     *           "mentions": [
                     *             {
                     *               "start": 46,
                     *               "end": 56,
                     *               "exact": "Ada Brandt"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "dates": [
                     *         {
                     *           "expression": {
                     *             "start": 65,
                     *             "end": 72,
                     *             "exact": "Tuesday"
                     *           },
                     *           "edtf": "2025-01-14",
                     *           "earliest": "2025-01-14",
                     *           "latest": "2025-01-14",
                     *           "precision": "day",
                     *           "basis": "relative-to-publication",
                     *           "rule": "weekday"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ExtractionResult"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            "4XX": components["responses"]["4XX"];
            "5XX": components["responses"]["5XX"];
        };
    };
    receiveChange: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the message: the same for every attempt.
                 * @example 0193c1d2-0000-7000-8000-000000000001-5
                 */
                "webhook-id": string;
                /**
                 * @description When it was sent, in seconds since 1970.
                 * @example 1795428000
                 */
                "webhook-timestamp": string;
                /**
                 * @description v1,<HMAC-SHA256 of id.timestamp.body, in base64>: one signature, or two with a space while a secret is replaced.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "type": "official.created",
                 *       "timestamp": "2026-11-23T10:00:00.000Z",
                 *       "data": {
                 *         "position": 5,
                 *         "subject": "official",
                 *         "id": "0193c1d2-0000-7000-8000-000000000013",
                 *         "url": "/v1/officials/0193c1d2-0000-7000-8000-000000000013",
                 *         "version": 1,
                 *         "action": "created",
                 *         "actor": "machine",
                 *         "reason": null,
                 *         "recorded": "2026-11-23T10:00:00.000Z",
                 *         "before": null,
                 *         "after": {
                 *           "name": "John Kirby",
                 *           "slug": "john-kirby"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ChangeMessage"];
            };
        };
        responses: {
            /** @description The message is accepted. After any other status, it is sent again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveMatch: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the message: the same for every attempt.
                 * @example 0193c1d2-0000-7000-8000-000000000001-5
                 */
                "webhook-id": string;
                /**
                 * @description When it was sent, in seconds since 1970.
                 * @example 1795428000
                 */
                "webhook-timestamp": string;
                /**
                 * @description v1,<HMAC-SHA256 of id.timestamp.body, in base64>: one signature, or two with a space while a secret is replaced.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "type": "search.matched",
                 *       "timestamp": "2026-11-23T10:00:00.000Z",
                 *       "data": {
                 *         "position": 5,
                 *         "subject": "statement",
                 *         "id": "0193c1d2-0000-7000-8000-000000000008",
                 *         "url": "/v1/statements/0193c1d2-0000-7000-8000-000000000008",
                 *         "version": 1,
                 *         "action": "created",
                 *         "actor": "machine",
                 *         "reason": null,
                 *         "recorded": "2026-11-23T10:00:00.000Z",
                 *         "before": null,
                 *         "after": {},
                 *         "searches": [
                 *           {
                 *             "id": "0193c1d2-0000-7000-8000-000000000001",
                 *             "url": "/v1/searches/0193c1d2-0000-7000-8000-000000000001",
                 *             "name": "The ministry",
                 *             "highlights": [
                 *               {
                 *                 "start": 0,
                 *                 "end": 3
                 *               }
                 *             ]
                 *           }
                 *         ],
                 *         "statement": {
                 *           "id": "0193c1d2-0000-7000-8000-000000000008",
                 *           "url": "/v1/statements/0193c1d2-0000-7000-8000-000000000008",
                 *           "type": "mixed",
                 *           "polarity": "affirmed",
                 *           "verbatim": false,
                 *           "text": "that the US would continue to stand “shoulder to shoulder with Pakistan in its fight against terrorism”",
                 *           "segments": [
                 *             {
                 *               "start": 2007,
                 *               "end": 2109,
                 *               "exact": "that the US would continue to stand “shoulder to shoulder with Pakistan in its fight against terrorism"
                 *             }
                 *           ],
                 *           "quoted": [
                 *             {
                 *               "start": 2044,
                 *               "end": 2109,
                 *               "exact": "shoulder to shoulder with Pakistan in its fight against terrorism"
                 *             }
                 *           ],
                 *           "speaker": {
                 *             "name": "Matthew Miller",
                 *             "kind": "person",
                 *             "official": {
                 *               "id": "0193c1d2-0000-7000-8000-000000000007",
                 *               "slug": "matthew-miller",
                 *               "name": "Matthew Miller"
                 *             },
                 *             "organization": {
                 *               "id": "0193c1d2-0000-7000-8000-000000000003",
                 *               "slug": "state-department",
                 *               "name": "State Department"
                 *             },
                 *             "position": null,
                 *             "role": "State Department spokesperson",
                 *             "former": false,
                 *             "attribution": "named",
                 *             "candidates": [],
                 *             "mention": {
                 *               "start": 1953,
                 *               "end": 1997,
                 *               "exact": "State Department spokesperson Matthew Miller"
                 *             },
                 *             "antecedent": null,
                 *             "role_evidence": {
                 *               "start": 1953,
                 *               "end": 1982,
                 *               "exact": "State Department spokesperson"
                 *             },
                 *             "rule": "speaker/name/full"
                 *           },
                 *           "cue": {
                 *             "start": 1998,
                 *             "end": 2006,
                 *             "exact": "asserted"
                 *           },
                 *           "said": {
                 *             "edtf": "2024-09",
                 *             "earliest": "2024-09-01",
                 *             "latest": "2024-09-30",
                 *             "precision": "month",
                 *             "basis": "relative-to-narrative",
                 *             "expression": {
                 *               "start": 1937,
                 *               "end": 1951,
                 *               "exact": "The next month"
                 *             }
                 *           },
                 *           "venue": null,
                 *           "addressee": null,
                 *           "relay": null,
                 *           "within": null,
                 *           "article": {
                 *             "id": "0193c1d2-0000-7000-8000-000000000010",
                 *             "title": null,
                 *             "publisher": null,
                 *             "url": null,
                 *             "published": {
                 *               "edtf": "2025-01?",
                 *               "earliest": "2025-01-01",
                 *               "latest": "2025-01-31",
                 *               "basis": "inferred"
                 *             },
                 *             "snapshot": {
                 *               "id": "0193c1d2-0000-7000-8000-000000000011",
                 *               "sha256": "fc447829a4d924cc9955e31b2d02beaad0607b8aca427b45afb54d8de39a6d17"
                 *             }
                 *           },
                 *           "context": {
                 *             "before": "terrorist attacks against neighbouring countries.\nThe next month, State Department spokesperson Matthew Miller asserted ",
                 *             "after": "”.\nAccording to the interior ministry, 351 civilians and 573 law enforcement agencies (LEAs) personnel lost their lives "
                 *           },
                 *           "confidence": 0.91,
                 *           "speaker_confidence": 0.99,
                 *           "rule": "mixed/that-after-cue",
                 *           "status": "machine",
                 *           "sightings": 1,
                 *           "vanished": null,
                 *           "version": 1,
                 *           "recorded": "2026-11-23T10:00:00.000Z",
                 *           "updated": "2026-11-23T10:00:00.000Z"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SearchMessage"];
            };
        };
        responses: {
            /** @description The message is accepted. After any other status, it is sent again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveTest: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the message: the same for every attempt.
                 * @example 0193c1d2-0000-7000-8000-000000000001-5
                 */
                "webhook-id": string;
                /**
                 * @description When it was sent, in seconds since 1970.
                 * @example 1795428000
                 */
                "webhook-timestamp": string;
                /**
                 * @description v1,<HMAC-SHA256 of id.timestamp.body, in base64>: one signature, or two with a space while a secret is replaced.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "type": "webhook.test",
                 *       "timestamp": "2026-11-23T10:00:00.000Z",
                 *       "data": {
                 *         "webhook": "0193c1d2-0000-7000-8000-000000000001"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TestMessage"];
            };
        };
        responses: {
            /** @description The message is accepted. After any other status, it is sent again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
