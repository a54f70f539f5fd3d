namespace Coppice.Server.Learners;

/// <summary>New labelled rows for <see cref="DecayedLeafRefresh"/>: dense inputs row after row, NaN where missing, and the label of each row.</summary>
public sealed record RefreshRows(float[] Values, int Rows, int Columns, float[] Labels)
{
    /// <summary>One weight per row; null counts every row once.</summary>
    public float[]? Weights { get; init; }

    internal void RequireConsistent(string argument)
    {
        RequireLength(Values.Length, (long)Rows * Columns, nameof(Values), argument);
        RequireLength(Labels.Length, Rows, nameof(Labels), argument);
        RequireLength(Weights?.Length ?? Rows, Rows, nameof(Weights), argument);
        if (Labels.Any(label => !float.IsFinite(label)) || Weights?.Any(weight => !(weight >= 0) || !float.IsFinite(weight)) == true)
        {
            throw new ArgumentException("Finite labels and finite weights of at least 0 were expected in the rows of the refresh.", argument);
        }
    }

    private static void RequireLength(int found, long expected, string name, string argument)
    {
        if (found != expected)
        {
            throw new ArgumentException($"{expected} {name} were expected in the rows of the refresh, but there are {found}.", argument);
        }
    }
}
