namespace Coppice.Server.Text.Terms;

/// <summary>A number of documents: as such, or as a share of the documents fitted on. One of the two is set.</summary>
public readonly record struct DocumentBound
{
    public int? Documents { get; init; }

    /// <summary>Between 0 and 1; multiplied by the number of documents and not rounded, as scikit-learn does.</summary>
    public double? Share { get; init; }

    public static DocumentBound Count(int documents)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(documents);
        return new DocumentBound { Documents = documents };
    }

    public static DocumentBound ShareOf(double share)
    {
        if (share is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share of documents between 0 and 1 was expected.");
        return new DocumentBound { Share = share };
    }

    internal bool IsSet => Documents.HasValue != Share.HasValue;

    internal double Of(int documents) => Documents ?? (Share.GetValueOrDefault() * documents);
}
