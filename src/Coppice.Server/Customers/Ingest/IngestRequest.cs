using Coppice.Server.Quality;
using Coppice.Server.Workspaces;
using Microsoft.AspNetCore.Mvc;

namespace Coppice.Server.Customers.Ingest;

/// <summary>What the address of a sending says about it.</summary>
internal sealed class IngestRequest
{
    /// <summary>A name for messages and the report.</summary>
    [FromQuery(Name = "file")]
    public string? File { get; init; }

    /// <summary>For tables: which column is what, as role=column.</summary>
    [FromQuery(Name = "map")]
    public string[]? Map { get; init; }

    /// <summary>For labelled rows: the model they are for.</summary>
    [FromQuery(Name = "model")]
    public string? Model { get; init; }

    /// <summary>When rows that do not say themselves were known: <c>arrival</c>, or <c>event</c> for history.</summary>
    [FromQuery(Name = "known")]
    public string? Known { get; init; }

    /// <summary>Codes of findings that are meant: they no longer refuse the file.</summary>
    [FromQuery(Name = "accept")]
    public string[]? Accept { get; init; }

    public string Name => File is { Length: > 0 } ? File : FileSeries.Unnamed;

    public string? Mapping => Map is { Length: > 0 } ? string.Join(',', Map) : null;

    /// <summary>What the address says about all rows.</summary>
    /// <exception cref="IngestException"><see cref="Known"/> is neither of its words, or <see cref="Accept"/> holds no code.</exception>
    public IntakeOptions Options(KnownTimes otherwise) => new(
        Known switch
        {
            null or "" => otherwise,
            "arrival" => KnownTimes.OnArrival,
            "event" => KnownTimes.AsHappened,
            _ => throw new IngestException($"known is \"{(Known.Length <= 60 ? Known : Known[..57] + "...")}\"; expected arrival or event."),
        },
        Model is { Length: > 0 } ? Model : null)
    {
        Accept = Accepted(),
    };

    private string[]? Accepted()
    {
        if (Accept is not { Length: > 0 })
            return null;
        foreach (string code in Accept)
        {
            if (QualityChecks.OfFiles.All(check => check.Code != code))
                throw new IngestException($"accept is \"{(code.Length <= 60 ? code : code[..57] + "...")}\"; expected a code of a finding, such as {QualityChecks.ColumnGone.Code}.");
        }

        return Accept;
    }
}
