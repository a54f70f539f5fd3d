namespace Coppice.Client;

public sealed partial class CoppiceClient
{
    /// <summary>Records an event; it is on disk when this returns.</summary>
    public Task<IngestResponse> RecordEventAsync(NewEvent given, CancellationToken cancellationToken = default) =>
        SendAsync<IngestResponse>(HttpMethod.Post, "/v1/events", Json(given), cancellationToken);

    /// <summary>Records many events; what cannot be used is in the report.</summary>
    public Task<ImportReport> RecordEventsAsync(IReadOnlyList<NewEvent> events, CancellationToken cancellationToken = default) =>
        SendAsync<ImportReport>(HttpMethod.Post, "/v1/events", Json(events), cancellationToken);

    /// <summary>Records a note; it is on disk when this returns.</summary>
    public Task<IngestResponse> RecordNoteAsync(NewNote given, CancellationToken cancellationToken = default) =>
        SendAsync<IngestResponse>(HttpMethod.Post, "/v1/notes", Json(given), cancellationToken);

    /// <summary>Records many notes; what cannot be used is in the report.</summary>
    public Task<ImportReport> RecordNotesAsync(IReadOnlyList<NewNote> notes, CancellationToken cancellationToken = default) =>
        SendAsync<ImportReport>(HttpMethod.Post, "/v1/notes", Json(notes), cancellationToken);

    /// <summary>Records a profile; it is on disk when this returns.</summary>
    public Task<IngestResponse> RecordProfileAsync(NewProfile given, CancellationToken cancellationToken = default) =>
        SendAsync<IngestResponse>(HttpMethod.Post, "/v1/profiles", Json(given), cancellationToken);

    /// <summary>Records many profiles; what cannot be used is in the report.</summary>
    public Task<ImportReport> RecordProfilesAsync(IReadOnlyList<NewProfile> profiles, CancellationToken cancellationToken = default) =>
        SendAsync<ImportReport>(HttpMethod.Post, "/v1/profiles", Json(profiles), cancellationToken);

    /// <summary>Records an outcome; it is on disk when this returns.</summary>
    public Task<IngestResponse> RecordOutcomeAsync(NewOutcome given, CancellationToken cancellationToken = default) =>
        SendAsync<IngestResponse>(HttpMethod.Post, "/v1/outcomes", Json(given), cancellationToken);

    /// <summary>Records many outcomes; what cannot be used is in the report.</summary>
    public Task<ImportReport> RecordOutcomesAsync(IReadOnlyList<NewOutcome> outcomes, CancellationToken cancellationToken = default) =>
        SendAsync<ImportReport>(HttpMethod.Post, "/v1/outcomes", Json(outcomes), cancellationToken);

    /// <summary>Records a labelled row; it is on disk when this returns.</summary>
    public Task<IngestResponse> RecordExampleAsync(NewExample given, CancellationToken cancellationToken = default) =>
        SendAsync<IngestResponse>(HttpMethod.Post, "/v1/examples", Json(given), cancellationToken);

    /// <summary>Records many labelled rows; what cannot be used is in the report.</summary>
    public Task<ImportReport> RecordExamplesAsync(IReadOnlyList<NewExample> examples, CancellationToken cancellationToken = default) =>
        SendAsync<ImportReport>(HttpMethod.Post, "/v1/examples", Json(examples), cancellationToken);

    /// <summary>Files that lay in the inbox and what became of them, newest first.</summary>
    public Task<IReadOnlyList<InboxFileResponse>> GetInboxAsync(CancellationToken cancellationToken = default) =>
        GetAsync<IReadOnlyList<InboxFileResponse>>("/v1/inbox", cancellationToken);
}
