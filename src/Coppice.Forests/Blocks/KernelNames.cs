namespace Coppice.Forests.Blocks;

/// <summary>The ways to score a batch. <see cref="Variable"/> forces one; what it forces gives the same bits, only not as fast.</summary>
internal static class KernelNames
{
    /// <summary>The environment variable that names the kernel to use, for measurements and tests.</summary>
    public const string Variable = "COPPICE_FOREST_KERNEL";

    /// <summary>Row by row, without blocks.</summary>
    public const string Walk = "walk";

    public const string Avx512 = "avx512";

    public const string Avx2 = "avx2";

    public const string Portable = "portable";

    /// <summary>The kernels that run on this processor, widest first.</summary>
    public static IReadOnlyList<string> Supported { get; } =
    [
        .. Avx512Kernel.IsSupported ? (ReadOnlySpan<string>)[Avx512] : [],
        .. Avx2Kernel.IsSupported ? (ReadOnlySpan<string>)[Avx2] : [],
        Portable,
        Walk,
    ];

    /// <summary>What the environment asks for, or the widest.</summary>
    /// <exception cref="InvalidOperationException">It asks for what this processor does not have.</exception>
    public static string Chosen()
    {
        string? asked = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(asked))
            return Supported[0];
        return Supported.Contains(asked) ? asked : throw new InvalidOperationException($"{Variable}: expected one of {string.Join(", ", Supported)}, found '{asked}'");
    }
}
