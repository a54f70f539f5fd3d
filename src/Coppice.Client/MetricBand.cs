namespace Coppice.Client;

/// <summary>Where the true value of a metric lies with 95 % certainty, as far as the rows it was measured on tell.</summary>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
public sealed record MetricBand(double Lower, double Upper);
