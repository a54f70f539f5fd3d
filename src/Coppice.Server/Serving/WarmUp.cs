using System.Text;
using Coppice.Server.Predictions;
using Coppice.Server.Serving.Questions;
using Coppice.Server.Storage;

namespace Coppice.Server.Serving;

/// <summary>
/// Before a version answers: what it was asked lately is put to it once, unrecorded, so that its code is compiled, its memory is
/// near and the order of the callers' names is known by the first real question.
/// </summary>
public sealed class WarmUp(Database database, PredictionStore predictions, TimeProvider time)
{
    private const int RecentQuestions = 256;

    public void Run(ChampionSnapshot champion)
    {
        var recent = database.Read(session => predictions.RecentInputs(session, champion.ModelId, RecentQuestions));
        float[] row = new float[champion.Rows.Width];
        var entry = new PredictionEntry();
        long now = time.GetUtcNow().ToMicroseconds();
        foreach (string inputs in recent)
        {
            byte[] body = Encoding.UTF8.GetBytes($$"""{"customer":"warm-up","features":{{inputs}}}""");
            entry.Clear();
            row.AsSpan().Fill(float.NaN);
            if (!FastReader.TryRead(body, champion, now, entry, row))
                StrictQuestions.Rehearse(champion, body, entry, row, now);
            champion.Version.Calibration.Apply(champion.Version.Scorer.Margin(row));
        }
    }
}
