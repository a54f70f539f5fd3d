using Coppice.Server.Predictions;
using Coppice.Server.Serving.Questions;

namespace Coppice.Server.Serving.Splits;

/// <summary>
/// Puts the answers of a version that takes over in the place of the champion's, for the customers that are its own. It reads the questions itself, because its
/// inputs may be others; where it fails the champion's answer, which is there already, stands.
/// </summary>
internal sealed class AnswerByTwo(PredictionLog log, TimeProvider time, ILogger<AnswerByTwo> logger)
{
    /// <summary>Whether any of the answers is the challenger's to give.</summary>
    public static bool Concerns(RampSplit split, PredictionWrite write)
    {
        for (int i = 0; i < write.Count; i++)
        {
            if (split.Takes(write[i].Customer))
                return true;
        }

        return false;
    }

    /// <summary>The champion's answers, which took so long, with the challenger's among them.</summary>
    public AnsweredQuestions Merge(RampSplit split, AnsweredQuestions answered, TimeSpan took, QuestionsBy ask, ReadOnlySpan<byte> body)
    {
        AnsweredQuestions challenger;
        long began = time.GetTimestamp();
        try
        {
            challenger = ask(split.Challenger, body);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            split.Meter.CountFailed(answered.Write.Count);
            Log.ChallengerFailed(logger, e, split.Challenger.Model.Name, split.Challenger.Version.Number);
            return answered;
        }

        try
        {
            split.Meter.Time(took, time.GetElapsedTime(began));
            return Merge(split, answered, challenger);
        }
        finally
        {
            log.Return(challenger.Write);
        }
    }

    private static AnsweredQuestions Merge(RampSplit split, AnsweredQuestions answered, AnsweredQuestions challenger)
    {
        var reasons = answered.Reasons is null ? null : answered.Reasons.ToDictionary();
        for (int i = 0; i < answered.Write.Count; i++)
        {
            if (!split.Takes(answered.Write[i].Customer))
                continue;
            split.Meter.CountAnswered(1);
            if (!double.IsFinite(challenger.Write[i].Score))
            {
                split.Meter.CountUnusable();
                continue;
            }

            answered.Write.Exchange(i, challenger.Write);
            answered.Write[i].Arm = Arms.Challenger;
            if (challenger.Reasons?.GetValueOrDefault(i) is { } own)
                reasons![i] = own;
        }

        return answered with { Reasons = reasons };
    }
}

/// <summary>Answers the questions of a body by one version.</summary>
internal delegate AnsweredQuestions QuestionsBy(ChampionSnapshot version, ReadOnlySpan<byte> body);
