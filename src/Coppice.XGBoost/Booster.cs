using Coppice.XGBoost.Native;

namespace Coppice.XGBoost;

/// <summary>
/// A gradient-boosted model in the native library. A booster trains on one thread only (see <see cref="TrainingJob"/>); it may predict on any,
/// one at a time.
/// </summary>
public sealed partial class Booster : IDisposable
{
    private readonly BoosterHandle _handle;
    private readonly HashSet<string> _uncheckedParameters = new(StringComparer.Ordinal);
    private bool _trains;
    private bool _hasShape;
    private int _trainingThread;
    private IReadOnlyList<string>? _featureNames;

    private Booster(BoosterHandle handle)
    {
        _handle = handle;
    }

    /// <summary>Rounds of boosting in the model; each holds <c>num_parallel_tree</c> trees.</summary>
    public int Rounds
    {
        get
        {
            // The library cannot count the rounds of a model whose width it does not know yet.
            ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
            int rounds = 0;
            if (_hasShape)
            {
                NativeCall.Check(NativeMethods.XGBoosterBoostedRounds(_handle, out rounds));
            }

            return rounds;
        }
    }

    /// <summary>Columns the model was trained with; 0 before the first round.</summary>
    public int FeatureCount
    {
        get
        {
            ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
            ulong features = 0;
            if (_hasShape)
            {
                NativeCall.Check(NativeMethods.XGBoosterGetNumFeature(_handle, out features));
            }

            return (int)features;
        }
    }

    /// <summary>
    /// A model without rounds, to be trained with <paramref name="parameters"/> in XGBoost's own names and words. Unless given, <c>nthread</c> is 1,
    /// <c>seed_per_iteration</c> is true, and <c>gblinear</c> uses its deterministic updater. A parameter that nothing takes is refused by the first round.
    /// </summary>
    public static Booster Create(IReadOnlyDictionary<string, string> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ParameterRules.RequireOffered(parameters, nameof(parameters));
        Booster booster = CreateEmpty();
        try
        {
            booster.StartTraining(parameters);
            return booster;
        }
        catch
        {
            booster.Dispose();
            throw;
        }
    }

    /// <summary>
    /// A model that keeps the trees of <paramref name="model"/> (JSON or UBJSON) as they are and appends new ones, fitted to what the old ones leave
    /// over on the new rows. The parameters of training are not part of a model: give all of them. Those that belong to the old trees
    /// (<c>base_score</c>, <c>objective</c>, <c>num_parallel_tree</c>, …) are refused, and so is a forest, which cannot be grown this way.
    /// With <c>subsample</c> or <c>colsample</c> below 1 the result differs from training in one go.
    /// </summary>
    public static Booster Continue(ReadOnlySpan<byte> model, IReadOnlyDictionary<string, string> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ParameterRules.RequireOffered(parameters, nameof(parameters));
        ParameterRules.RequireFree(parameters, nameof(parameters));
        Booster booster = Load(model);
        try
        {
            int parallelTrees = booster.ReadConfiguration().ParallelTrees;
            if (parallelTrees > 1)
            {
                throw new ArgumentException(
                    $"A model of one tree per round was expected, but this one has {parallelTrees}: continuing would boost on the forest's residuals, not enlarge the forest. " +
                    "Train another forest and average the margins.", nameof(model));
            }

            booster.StartTraining(parameters);
            return booster;
        }
        catch
        {
            booster.Dispose();
            throw;
        }
    }

    /// <summary>A model to predict with, from JSON or UBJSON. It cannot be trained: <see cref="Continue"/> can.</summary>
    public static Booster Load(ReadOnlySpan<byte> model)
    {
        if (model.IsEmpty || model[0] != (byte)'{')
        {
            throw new ArgumentException($"A model in XGBoost's JSON or UBJSON was expected, but the {model.Length} bytes do not start with a brace.", nameof(model));
        }

        Booster booster = CreateEmpty();
        try
        {
            booster.SetNativeParameter("nthread", "1");
            booster.SetNativeParameter("verbosity", "0");
            NativeCall.Check(NativeMethods.XGBoosterLoadModelFromBuffer(booster._handle, model, (ulong)model.Length));
            booster._hasShape = true;
            return booster;
        }
        catch
        {
            booster.Dispose();
            throw;
        }
    }

    /// <summary>A copy of the first <paramref name="rounds"/> rounds, exact. The end only: what remains after dropping early rounds is no valid model.</summary>
    public Booster Slice(int rounds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rounds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rounds, Rounds);
        NativeCall.Check(NativeMethods.XGBoosterSlice(_handle, 0, rounds, 1, out BoosterHandle slice));
        return new Booster(slice) { _hasShape = true };
    }

    public void Dispose() => _handle.Dispose();

    private static Booster CreateEmpty()
    {
        // No matrix is handed over for caching: the cache belongs to this thread, and a later round elsewhere would find "0 feature is supplied".
        NativeCall.Check(NativeMethods.XGBoosterCreate([], 0, out BoosterHandle handle));
        return new Booster(handle);
    }
}
