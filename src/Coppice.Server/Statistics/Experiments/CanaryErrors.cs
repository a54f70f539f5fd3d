namespace Coppice.Server.Statistics.Experiments;

/// <summary>Whether a version on trial fails too often (methods 6.5): a sequential test against fixed rates, and an exact one against what answers beside it.</summary>
public static class CanaryErrors
{
    private const double UsualRate = 0.01;
    private const double BadRate = 0.02;

    /// <summary>The chance to take back a version that fails as usual.</summary>
    private const double FalseAbort = 0.01;

    /// <summary>The chance to let a bad one pass.</summary>
    private const double Missed = 0.05;

    /// <summary>From here on it is taken back (Wald 1945).</summary>
    public static double AbortAt { get; } = Math.Log((1 - Missed) / FalseAbort);

    /// <summary>From here down it has passed.</summary>
    public static double AcceptAt { get; } = Math.Log(Missed / (1 - FalseAbort));

    /// <summary>Logarithm of how much likelier the failures are at the bad rate than at the usual one.</summary>
    public static double LogLikelihoodRatio(long failures, long answers) =>
        (failures * Math.Log(BadRate / UsualRate)) + ((answers - failures) * Math.Log((1 - BadRate) / (1 - UsualRate)));

    /// <summary>One-sided p-value that the trial fails no more often than the control beside it: conditional on all failures, their split is binomial.</summary>
    public static double AgainstControl(int failures, long answers, int controlFailures, long controlAnswers) => failures == 0
        ? 1
        : 1 - Distributions.BinomialCumulative(failures - 1, failures + controlFailures, (double)answers / (answers + controlAnswers));
}
