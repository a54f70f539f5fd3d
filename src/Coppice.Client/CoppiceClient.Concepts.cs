namespace Coppice.Client;

public sealed partial class CoppiceClient
{
    /// <summary>Finds concepts in a table of notes.</summary>
    /// <param name="notes">The table's bytes: a column of customers and one of text.</param>
    /// <param name="fileName">Its name, for messages.</param>
    /// <param name="lexicon">The lexicon's bytes; null takes the one of the workspace.</param>
    /// <param name="lexiconName">Its name, for messages.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public Task<ConceptsResponse> FindConceptsAsync(
        Stream notes,
        string fileName,
        Stream? lexicon = null,
        string? lexiconName = null,
        CancellationToken cancellationToken = default)
    {
        string path = Query("/v1/concepts", ("file", fileName), ("lexicon", lexicon is null ? null : lexiconName));
        if (lexicon is null)
            return SendAsync<ConceptsResponse>(HttpMethod.Post, path, File(notes), cancellationToken);
        // The lexicon goes first: without it the notes need not be sent.
        var form = new MultipartFormDataContent { { File(lexicon), "lexicon" }, { File(notes), "notes" } };
        return SendAsync<ConceptsResponse>(HttpMethod.Post, path, form, cancellationToken);
    }

    /// <summary>Suggests a lexicon from a table of notes.</summary>
    public Task<SuggestionResponse> SuggestConceptsAsync(Stream notes, string fileName, CancellationToken cancellationToken = default) =>
        SendAsync<SuggestionResponse>(HttpMethod.Post, Query("/v1/concepts/suggest", ("file", fileName)), File(notes), cancellationToken);
}
