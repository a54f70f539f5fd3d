using System.Text.Json;
using System.Text.Unicode;
using Coppice.Server.Labels;
using Coppice.Server.Predictions;
using Coppice.Server.Serving.Splits;
using Coppice.Server.Storage;

namespace Coppice.Server.Serving.Questions;

/// <summary>
/// Reads the questions of a request, answers them by one snapshot and leaves the answers ready to be recorded. Nothing is written
/// here, and where the questions bring all inputs nothing is read either.
/// </summary>
internal sealed class AnswerQuestions(
    PredictionLog log,
    KnownInputs known,
    MissRates missRates,
    ExplainAnswers explain,
    AnswerByTwo byTwo,
    PredictionMetrics metrics,
    TimeProvider time)
{
    [ThreadStatic]
    private static float[]? row;

    /// <summary>Answers the questions of one body; those that do not say themselves get <paramref name="reasons"/> reasons.</summary>
    /// <exception cref="ServingException">A question is not what it should be.</exception>
    /// <exception cref="JsonException">The body is no JSON.</exception>
    public AnsweredQuestions Run(ChampionSnapshot champion, ReadOnlySpan<byte> body, QuestionForm form, int reasons)
    {
        if (champion.Ramp is { } ramp)
            return ByTwo(ramp, champion, body, form, reasons);
        var answered = By(champion, body, form, reasons);
        metrics.Answered(champion.Model.Name, champion.Version.Number, Arms.Champion, answered.Write.Count);
        return answered;
    }

    private AnsweredQuestions ByTwo(RampSplit ramp, ChampionSnapshot champion, ReadOnlySpan<byte> body, QuestionForm form, int reasons)
    {
        long began = time.GetTimestamp();
        var answered = By(champion, body, form, reasons);
        if (AnswerByTwo.Concerns(ramp, answered.Write))
            answered = byTwo.Merge(ramp, answered, time.GetElapsedTime(began), (version, same) => By(version, same, form, reasons), body);
        int challenger = 0;
        for (int i = 0; i < answered.Write.Count; i++)
            challenger += answered.Write[i].Arm == Arms.Challenger ? 1 : 0;
        metrics.Answered(champion.Model.Name, champion.Version.Number, Arms.Champion, answered.Write.Count - challenger);
        metrics.Answered(champion.Model.Name, ramp.Challenger.Version.Number, Arms.Challenger, challenger);
        return answered;
    }

    private AnsweredQuestions By(ChampionSnapshot champion, ReadOnlySpan<byte> body, QuestionForm form, int reasons)
    {
        var write = log.Rent();
        try
        {
            var answered = Read(champion, body, form, write);
            if (champion.ReadsCustomers)
                known.Answer(answered);
            if (reasons > 0 || answered.Asked is not null)
                answered = answered with { Reasons = explain.Of(answered, reasons) };
            return answered;
        }
        catch
        {
            log.Return(write);
            throw;
        }
    }

    private AnsweredQuestions Read(ChampionSnapshot champion, ReadOnlySpan<byte> body, QuestionForm form, PredictionWrite write)
    {
        long now = time.GetUtcNow().ToMicroseconds();
        var features = Row(champion);
        if (form == QuestionForm.Json)
        {
            var entry = write.Add();
            if (FastReader.TryRead(body, champion, now, entry, features))
            {
                Answer(champion, entry, now, features);
                return new AnsweredQuestions(champion, write, AnswerShape.One);
            }

            write.Clear();
        }

        if (!Utf8.IsValid(body))
            throw new JsonException("The body is not UTF-8.");
        var asked = new StrictQuestions(champion, write, now);
        return form == QuestionForm.Lines ? asked.ReadLines(body, features, this) : asked.ReadJson(body, features, this);
    }

    /// <summary>Scores the features of a question and completes its entry.</summary>
    internal void Answer(ChampionSnapshot champion, PredictionEntry entry, long asOf, ReadOnlySpan<float> features)
    {
        entry.ModelId = champion.ModelId;
        entry.VersionId = champion.Version.Version.Id;
        entry.AsOf = asOf;
        entry.Arm = Arms.Champion;
        if (entry.PredictionId.IsEmpty)
            entry.SetPredictionId(PredictionIds.NewGuid(time));
        if (entry.Inputs.IsEmpty)
            entry.SetInputs("{}"u8);
        entry.Score = champion.Version.Calibration.Apply(champion.Version.Scorer.Margin(features));
        entry.Interval = champion.Version.Calibration.Intervals?.Of(entry.Score, missRates.Of(champion.ModelId));
    }

    private static Span<float> Row(ChampionSnapshot champion)
    {
        if (row is null || row.Length < champion.Rows.Width)
            row = new float[Math.Max(256, champion.Rows.Width)];
        var features = row.AsSpan(0, champion.Rows.Width);
        features.Fill(float.NaN);
        return features;
    }
}
