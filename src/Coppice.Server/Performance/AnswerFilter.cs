using Coppice.Server.Http;

namespace Coppice.Server.Performance;

/// <summary>Which answers of a model are meant.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="VersionId">The version that answered; null for any.</param>
/// <param name="From">Asked at this time or later.</param>
/// <param name="Until">Asked before this time.</param>
public sealed record AnswerFilter(long ModelId, long? VersionId, long From, long Until)
{
    /// <summary>One of <see cref="Labels"/>; null for all.</summary>
    public string? Label { get; init; }

    /// <summary>The lowest score.</summary>
    public double LeastScore { get; init; } = double.MinValue;

    /// <summary>Scores lie below it.</summary>
    public double MostScore { get; init; } = double.MaxValue;

    /// <summary>What may be asked of an answer's label.</summary>
    public static IReadOnlyList<string> Labels { get; } = ["positive", "negative", "matured", "open"];

    /// <summary>The same, of answers with such labels and scores.</summary>
    /// <exception cref="RequestException">The label is none of <see cref="Labels"/>.</exception>
    public AnswerFilter Where(string? label, double? least, double? most) => label is null || Labels.Contains(label)
        ? this with { Label = label, LeastScore = least ?? double.MinValue, MostScore = most ?? double.MaxValue }
        : throw new RequestException(RequestCodes.BadRequest, $"label expects {string.Join(" or ", Labels)}, found \"{label[..Math.Min(label.Length, 60)]}\".", RefusalKind.BadInput);
}
