using Coppice.XGBoost;
using Outputs = Coppice.XGBoost.PredictionKind;

namespace Coppice.Server.Learners;

/// <summary>How the loss of unseen rows went as trees were added, and their margins after any number of them.</summary>
internal sealed class RoundSearch(Booster booster, TrainingMatrix unseen, float[] starts, float baseMargin) : IDisposable
{
    /// <summary>By number of rounds, from none on.</summary>
    public List<double> Losses { get; } = [];

    /// <summary>The number of rounds of the least loss.</summary>
    public int Best => Losses.IndexOf(Losses.Min());

    /// <summary>The margins after all rounds.</summary>
    public float[] Latest { get; } = [.. starts];

    /// <summary>One round more.</summary>
    public void Grow(TrainingMatrix rows)
    {
        booster.Update(rows);
        int rounds = booster.Rounds;
        float[] added = booster.Predict(unseen, Outputs.Margin, (rounds - 1)..rounds);
        for (int i = 0; i < Latest.Length; i++)
            Latest[i] += added[i] - baseMargin;
    }

    /// <summary>The margins after some of the rounds.</summary>
    public double[] MarginsAfter(int rounds)
    {
        if (rounds == 0)
            return Array.ConvertAll(starts, start => (double)start);
        float[] added = booster.Predict(unseen, Outputs.Margin, ..rounds);
        return [.. starts.Zip(added, (start, more) => (double)start + more - baseMargin)];
    }

    public void Dispose()
    {
        booster.Dispose();
        unseen.Dispose();
    }
}
