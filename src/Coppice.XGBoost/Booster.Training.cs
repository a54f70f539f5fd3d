using System.Globalization;
using Coppice.XGBoost.Native;

namespace Coppice.XGBoost;

/// <content>Training, round by round.</content>
public sealed partial class Booster
{
    /// <summary>Changes parameters between rounds. Those that belong to trees already grown are refused.</summary>
    public void SetParameters(IReadOnlyDictionary<string, string> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ParameterRules.RequireOffered(parameters, nameof(parameters));
        if (Rounds > 0)
        {
            ParameterRules.RequireFree(parameters, nameof(parameters));
        }

        Apply(parameters);
    }

    /// <summary>
    /// Adds <paramref name="rounds"/> rounds and tells <paramref name="onRound"/> the model's rounds after each. Cancellation takes effect between two rounds,
    /// with an <see cref="OperationCanceledException"/>; the rounds done until then stay.
    /// </summary>
    public void Train(TrainingMatrix matrix, int rounds, Action<int>? onRound, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rounds);
        for (int round = 0; round < rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Update(matrix);
            onRound?.Invoke(Rounds);
        }
    }

    /// <summary>Adds one round. The labels of <paramref name="matrix"/> must be set, and its columns must be those of the model.</summary>
    public void Update(TrainingMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        RequireTraining();
        RequireSameThread();
        TakeShape(matrix);
        RequireSameFeatures(matrix);
        RequireKnownParameters();
        int rounds = Rounds;
        // The number of the round seeds its random choices, so it must count on from the rounds already there.
        NativeCall.Check(NativeMethods.XGBoosterUpdateOneIter(_handle, rounds, matrix.Handle));
        AdoptFeatureNames(matrix);
    }

    private void TakeShape(TrainingMatrix matrix)
    {
        if (!_hasShape)
        {
            SetNativeParameter("num_feature", matrix.Columns.ToString(CultureInfo.InvariantCulture));
            _hasShape = true;
        }
    }

    private void StartTraining(IReadOnlyDictionary<string, string> parameters)
    {
        _trains = true;
        Apply(ParameterRules.WithDefaults(parameters));
    }

    private void Apply(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        foreach ((string name, string value) in parameters)
        {
            SetNativeParameter(name, value);
            _uncheckedParameters.Add(name);
        }
    }

    private void RequireTraining()
    {
        if (!_trains)
        {
            throw new InvalidOperationException("This model was loaded to predict, without parameters of training: use Booster.Continue to add rounds to it.");
        }
    }

    private void RequireSameThread()
    {
        int thread = Environment.CurrentManagedThreadId;
        _trainingThread = _trainingThread == 0 ? thread : _trainingThread;
        if (_trainingThread != thread)
        {
            throw new InvalidOperationException(
                $"A booster trains on one thread, because XGBoost's random engine and caches belong to it: started on thread {_trainingThread}, called on thread {thread}. " +
                "Run the whole job inside TrainingJob.RunAsync, without an await.");
        }
    }

    private void RequireKnownParameters()
    {
        if (_uncheckedParameters.Count == 0)
        {
            return;
        }

        string? unknown = ReadConfiguration().FirstUnknown(_uncheckedParameters);
        if (unknown is not null)
        {
            throw new InvalidOperationException($"XGBoost has no use for the parameter {unknown} in this model: it is misspelt, or belongs to another booster or objective.");
        }

        _uncheckedParameters.Clear();
    }

    private unsafe BoosterConfiguration ReadConfiguration()
    {
        NativeCall.Check(NativeMethods.XGBoosterSaveJsonConfig(_handle, out ulong length, out nint text));
        return new BoosterConfiguration(new ReadOnlySpan<byte>((void*)text, (int)length));
    }

    private void SetNativeParameter(string name, string value) =>
        NativeCall.Check(NativeMethods.XGBoosterSetParam(_handle, name, value));
}
