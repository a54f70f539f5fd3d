namespace Coppice.Server.Learners.Additive;

/// <summary>
/// What pulls neighbouring levels of a feature together: half of the strength times the squared difference of their values, missing next to
/// the lowest. For a flag that is the ridge penalty on its one coefficient.
/// </summary>
internal static class LevelPull
{
    public static double Cost(LevelTable table, ReadOnlySpan<double> levels, double strength)
    {
        double sum = 0;
        for (int cut = 0; cut < table.Cuts.Length; cut++)
        {
            for (int place = table.First[cut] + 1; place < table.First[cut] + table.Cuts[cut].Count; place++)
                sum += (levels[place] - levels[place - 1]) * (levels[place] - levels[place - 1]);
        }

        return 0.5 * strength * sum;
    }

    /// <summary>Adds the slope of the pull at <paramref name="levels"/>; usual levels do not move and get none.</summary>
    public static void AddSlope(LevelTable table, ReadOnlySpan<double> levels, double strength, Span<double> slopes)
    {
        for (int cut = 0; cut < table.Cuts.Length; cut++)
        {
            int first = table.First[cut];
            for (int place = first + 1; place < first + table.Cuts[cut].Count; place++)
            {
                double pull = strength * (levels[place] - levels[place - 1]);
                slopes[place] += pull;
                slopes[place - 1] -= pull;
            }

            slopes[first + table.Cuts[cut].Usual] = 0;
        }
    }

    /// <summary>
    /// Solves each feature as if it were alone: curvature on the diagonal, the pull beside it, the usual level held at 0. Elimination along
    /// three bands.
    /// </summary>
    public static void SolveAlone(LevelTable table, ReadOnlySpan<double> curvatures, double strength, ReadOnlySpan<double> right, Span<double> solution)
    {
        Span<double> pivots = stackalloc double[byte.MaxValue];
        solution[0] = curvatures[0] > 0 ? right[0] / curvatures[0] : 0;
        for (int cut = 0; cut < table.Cuts.Length; cut++)
        {
            int first = table.First[cut];
            int count = table.Cuts[cut].Count;
            int usual = table.Cuts[cut].Usual;
            for (int level = 0; level < count; level++)
            {
                int neighbours = (level > 0 ? 1 : 0) + (level < count - 1 ? 1 : 0);
                pivots[level] = curvatures[first + level] + (strength * neighbours);
                solution[first + level] = right[first + level];
                // Neither side of the usual level feels the other.
                if (level == 0 || level == usual || level - 1 == usual)
                    continue;
                double share = strength / pivots[level - 1];
                pivots[level] -= share * strength;
                solution[first + level] += share * solution[first + level - 1];
            }

            for (int level = count - 1; level >= 0; level--)
            {
                bool isLinked = level < count - 1 && level != usual && level + 1 != usual;
                double above = isLinked ? strength * solution[first + level + 1] : 0;
                solution[first + level] = level == usual ? 0 : (solution[first + level] + above) / pivots[level];
            }
        }
    }
}
