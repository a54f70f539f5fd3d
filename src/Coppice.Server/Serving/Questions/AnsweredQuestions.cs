using Coppice.Client;
using Coppice.Server.Predictions;

namespace Coppice.Server.Serving.Questions;

/// <summary>The answers of one request, by one version.</summary>
/// <param name="Champion">Who answered.</param>
/// <param name="Write">The answers, as they are recorded.</param>
/// <param name="Shape">How the questions came, and so how the answers go.</param>
/// <param name="Reasons">By answer, where any was asked for.</param>
internal readonly record struct AnsweredQuestions(
    ChampionSnapshot Champion,
    PredictionWrite Write,
    AnswerShape Shape,
    IReadOnlyDictionary<int, IReadOnlyList<FeatureContribution>>? Reasons);

/// <summary>How answers are laid out.</summary>
internal enum AnswerShape
{
    One,
    List,
    Lines,
}
