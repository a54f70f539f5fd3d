using Coppice.Server.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Coppice.Server.Customers.Notes;

/// <summary>What a request for concepts brings: notes, and perhaps a lexicon to try on them.</summary>
internal sealed record ConceptUploads(Upload Notes, Upload? Lexicon) : IDisposable
{
    private const string NotesPart = "notes";
    private const string LexiconPart = "lexicon";

    /// <summary>Takes the body to disk.</summary>
    /// <exception cref="ConceptException">A form without its parts.</exception>
    public static async Task<ConceptUploads> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return new ConceptUploads(await Upload.ReceiveAsync(request, cancellationToken), null);
        string boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > 100)
            throw Refused("one without a boundary");
        return await ReceiveFormAsync(new MultipartReader(boundary, request.Body), cancellationToken);
    }

    public void Dispose()
    {
        Notes.Dispose();
        Lexicon?.Dispose();
    }

    private static async Task<ConceptUploads> ReceiveFormAsync(MultipartReader form, CancellationToken cancellationToken)
    {
        Upload? notes = null;
        Upload? lexicon = null;
        try
        {
            while (await form.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                string? name = section.GetContentDispositionHeader()?.Name.Value?.Trim('"');
                if (name == NotesPart && notes is null)
                    notes = await Upload.ReceiveAsync(section.Body, cancellationToken);
                else if (name == LexiconPart && lexicon is null)
                    lexicon = await Upload.ReceiveAsync(section.Body, cancellationToken);
                else
                    throw Refused($"a part \"{name}\"");
            }

            return notes is null || lexicon is null ? throw Refused(notes is null ? "none of notes" : "none of lexicon") : new ConceptUploads(notes, lexicon);
        }
        catch (Exception e)
        {
            notes?.Dispose();
            lexicon?.Dispose();
            // The reader of forms has no exception of its own for one that ends too early.
            if (e is InvalidDataException || (e is IOException && e.Message.StartsWith("Unexpected end of Stream", StringComparison.Ordinal)))
                throw Refused("one that breaks off");
            throw;
        }
    }

    private static ConceptException Refused(string found) =>
        new(ConceptCodes.BadForm, $"A form with the two files {LexiconPart} and {NotesPart} was expected; found {found}.", RefusalKind.BadInput);
}
