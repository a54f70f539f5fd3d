namespace Coppice.Server.Evaluation;

/// <summary>Rows that must be judged again are judged more strictly each time: the levels of all decisions sum to one level (methods 1.6).</summary>
public static class AlphaSpending
{
    /// <summary>Rows are never judged more often than this.</summary>
    public const int LastUse = 5;

    /// <summary>The significance level of one decision.</summary>
    /// <param name="significanceLevel">Of all decisions on the rows together.</param>
    /// <param name="use">1 for rows that no decision has touched.</param>
    public static double Level(double significanceLevel, int use)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(use);
        return significanceLevel * 6 / (Math.PI * Math.PI * use * use);
    }
}
