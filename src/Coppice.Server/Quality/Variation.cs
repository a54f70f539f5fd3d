namespace Coppice.Server.Quality;

/// <summary>How much a share has varied by itself from file to file: one file alone says nothing about that.</summary>
public sealed class Variation
{
    /// <summary>Files that tell what is usual.</summary>
    public const int FewestFiles = 3;

    private readonly double[] _shares;

    public Variation(IEnumerable<double> shares)
    {
        _shares = [.. shares];
    }

    public bool IsKnown => _shares.Length >= FewestFiles;

    public double Largest => _shares.DefaultIfEmpty(0).Max();

    /// <summary>What is still usual: the largest so far and three standard deviations more, but at least <paramref name="least"/> more.</summary>
    public double Bound(double least) => Largest + Math.Max(least, 3 * Deviation);

    private double Deviation
    {
        get
        {
            if (_shares.Length < 2)
                return 0;
            double mean = _shares.Average();
            return Math.Sqrt(_shares.Sum(share => (share - mean) * (share - mean)) / (_shares.Length - 1));
        }
    }
}
