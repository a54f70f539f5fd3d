using Coppice.Forests;
using Coppice.Server.Evaluation;
using Coppice.Server.Learners;
using Coppice.Server.Statistics;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tuning;

/// <summary>
/// Fits candidates to folds of the training rows and measures them as a version would be: by calibrated answers, with all that a learner
/// decides by itself decided within the rows it is fitted to.
/// </summary>
internal sealed class CandidateFits(Func<Recipe, TrainingRows> read, ModelDefinition model, IReadOnlyList<TuningFold> folds, ulong seed, TimeProvider time)
{
    private const string SampleSalt = "tuning-sample-v1";

    /// <summary>Encodings of the same inputs that are kept at a time.</summary>
    private const int MostKept = 3;

    private readonly Lock _gate = new();
    private readonly List<(InputRecipe Inputs, NoteRecipe Notes, TrainingData Data)> _kept = [];

    public FoldMeasure Fit(Candidate candidate, int fold, int mostRows, CancellationToken cancellation)
    {
        long began = time.GetTimestamp();
        var data = Encoded(candidate.Recipe);
        // Every candidate gets the same chance on the same fold.
        int chance = (int)(SplitMix64.ForReplicate(seed, fold).Next() >> 33);
        var fitted = ILearner.For(candidate.Recipe).FitFull(
            data.Take(Sample(data, folds[fold].Fit, mostRows)),
            new FitContext(chance, static (_, _, _) => { }, cancellation));

        var unseen = data.Take(folds[fold].Measured);
        float[] margins = new float[unseen.Rows];
        ForestScorer.Compile(Forest.Read(fitted.Model)).Margins(unseen.Features.Values, margins);
        double[] answers = new double[unseen.Rows];
        fitted.Calibration.Apply(Array.ConvertAll(margins, m => (double)m), answers);
        var truth = new LabelledRows(Array.ConvertAll(unseen.Labels, y => (double)y), unseen.CustomerIds);
        bool binary = model.Predicts == PredictionKind.Probability;
        return new FoldMeasure(
            RowLosses.Of(truth, answers, binary ? Losses.Log : Losses.TweedieDeviance).OfRows.ToArray(),
            binary ? AucPlacements.Of(truth, answers, OrderStatistics.AscendingOrder(answers))?.Auc : Gini.Of(truth, answers)?.Value,
            time.GetElapsedTime(began).TotalSeconds);
    }

    private TrainingData Encoded(Recipe recipe)
    {
        lock (_gate)
        {
            if (_kept.Find(k => k.Inputs == recipe.Inputs && k.Notes == recipe.Notes) is { Data: { } known })
                return known;
            var rows = read(recipe);
            var data = rows.With(rows.FitPipeline(model with { Recipe = recipe }), model.Predicts);
            if (_kept.Count == MostKept)
                _kept.RemoveAt(0);
            _kept.Add((recipe.Inputs, recipe.Notes, data));
            return data;
        }
    }

    /// <summary>About so many of the rows, whole customers at a time.</summary>
    private static int[] Sample(TrainingData data, int[] fit, int most)
    {
        if (fit.Length <= most)
            return fit;
        double share = (double)most / fit.Length * HashBucket.Count;
        return [.. fit.Where(row => HashBucket.Of(SampleSalt, data.CustomerIds[row].ToString()) < share)];
    }
}
