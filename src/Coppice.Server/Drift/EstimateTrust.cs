namespace Coppice.Server.Drift;

/// <summary>How far the estimates of a model may be trusted: what they were off by is the only honest measure of them (methods 5.2).</summary>
/// <param name="Bias">How much too high they were on average; null before the first window.</param>
/// <param name="IsTrusted">False where they were far off in each of the last windows: then they raise no alarm.</param>
public sealed record EstimateTrust(double? Bias, bool IsTrusted)
{
    /// <summary>Windows that <see cref="Of"/> looks at.</summary>
    public const int Windows = 10;

    private const double Far = 0.03;
    private const int Running = 3;

    /// <summary>From the newest windows, the newest first.</summary>
    public static EstimateTrust Of(IReadOnlyList<EstimateWindow> windows)
    {
        ArgumentNullException.ThrowIfNull(windows);
        return new EstimateTrust(
            windows.Count == 0 ? null : windows.Average(window => window.Bias),
            windows.Count < Running || windows.Take(Running).Any(window => Math.Abs(window.Bias) <= Far));
    }
}
