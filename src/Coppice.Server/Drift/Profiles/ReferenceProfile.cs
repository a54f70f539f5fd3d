using System.IO.Compression;
using System.Text.Json;
using Coppice.Client;

namespace Coppice.Server.Drift.Profiles;

/// <summary>What later windows are held against: the inputs a champion has learnt from, and its scores, labels and errors on rows it had not seen.</summary>
public sealed record ReferenceProfile
{
    /// <summary>The champion it belongs to.</summary>
    public required long VersionId { get; init; }

    /// <summary>Full retrains before it; an update keeps the reference of inputs.</summary>
    public required int Major { get; init; }

    /// <summary>What the inputs are from.</summary>
    public required string Source { get; init; }

    public required int Rows { get; init; }

    /// <summary>By input, in the order of the pipeline.</summary>
    public required IReadOnlyList<ColumnProfile> Inputs { get; init; }

    /// <summary>What scores and errors are from.</summary>
    public required string ScoreSource { get; init; }

    public required ColumnProfile Scores { get; init; }

    public required ColumnProfile Labels { get; init; }

    /// <summary>Which labels those are: later ones are only compared with their like.</summary>
    public required LabelKind LabelKind { get; init; }

    public required ErrorLevel Errors { get; init; }

    /// <summary>Null for amounts.</summary>
    public ConfidenceLevel? Confidence { get; init; }

    /// <summary>Rows for a classifier to tell from those of a window; null where there are too few.</summary>
    public JointSample? Joint { get; init; }

    public byte[] Save()
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest))
            JsonSerializer.Serialize(zip, this, CoppiceJson.Options);
        return bytes.ToArray();
    }

    public static ReferenceProfile Load(byte[] saved)
    {
        using var zip = new GZipStream(new MemoryStream(saved), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<ReferenceProfile>(zip, CoppiceJson.Options)!;
    }
}

/// <summary>Where labels come from, as far as their customers differ.</summary>
public enum LabelKind
{
    Any,

    /// <summary>Of customers that were asked about.</summary>
    Answers,

    /// <summary>Of all customers at past cut-offs.</summary>
    History,
}

/// <summary>How large errors are on rows that had not been seen.</summary>
/// <param name="Mean">Of one row.</param>
/// <param name="Deviation">Of one row.</param>
/// <param name="MeanError">Standard error of the mean, customers taken together.</param>
public sealed record ErrorLevel(double Mean, double Deviation, double MeanError);
