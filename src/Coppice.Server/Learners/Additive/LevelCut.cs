namespace Coppice.Server.Learners.Additive;

/// <summary>How the values of one feature fall into levels, missing first where it is one of its own.</summary>
/// <param name="Feature">The column.</param>
/// <param name="Thresholds">Ascending; a value equal to one belongs above it.</param>
/// <param name="HasMissing">Whether missing is a level, number 0; otherwise a missing value is one of <paramref name="Usual"/>.</param>
/// <param name="Usual">The level with most rows.</param>
public sealed record LevelCut(int Feature, float[] Thresholds, bool HasMissing, int Usual)
{
    /// <summary>How many levels there are.</summary>
    public int Count => Thresholds.Length + (HasMissing ? 2 : 1);

    public int LevelOf(float value)
    {
        if (float.IsNaN(value))
            return HasMissing ? 0 : Usual;
        int level = 0;
        while (level < Thresholds.Length && value >= Thresholds[level])
            level++;
        return HasMissing ? level + 1 : level;
    }
}
