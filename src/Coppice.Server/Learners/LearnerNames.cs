namespace Coppice.Server.Learners;

/// <summary>The built-in learners.</summary>
public static class LearnerNames
{
    /// <summary>The prior, or the mean: what every model must beat.</summary>
    public const string Baseline = "baseline";

    /// <summary>Boosted trees tuned for small and wide data.</summary>
    public const string Fast = "fast";

    /// <summary>The most accurate recipe: single effects first, then what they do together.</summary>
    public const string Elite = "elite";
}
