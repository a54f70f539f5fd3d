using Coppice.Client;
using Coppice.Server.Predictions;

namespace Coppice.Server.Serving.Questions;

/// <summary>The answers of one request, by one version.</summary>
/// <param name="Champion">Who answered.</param>
/// <param name="Write">The answers, as they are recorded.</param>
/// <param name="Shape">How the questions came, and so how the answers go.</param>
internal readonly record struct AnsweredQuestions(ChampionSnapshot Champion, PredictionWrite Write, AnswerShape Shape)
{
    /// <summary>How many reasons a question asks for itself, by its place.</summary>
    public IReadOnlyDictionary<int, int>? Asked { get; init; }

    /// <summary>By answer; null where none were asked for.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<PredictionReason>>? Reasons { get; init; }
}

/// <summary>How answers are laid out.</summary>
internal enum AnswerShape
{
    One,
    List,
    Lines,
}
