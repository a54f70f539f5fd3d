using System.Diagnostics;
using Coppice.Forests.Blocks;

namespace Coppice.Forests.Tests.Blocks;

/// <summary>Runs the tests of exact scoring again on what this processor would be without its wider instructions.</summary>
public sealed class InstructionSetTests
{
    /// <summary>Tells the tests that are run again which kernel they are to find.</summary>
    public const string Expected = "COPPICE_EXPECTED_KERNEL";

    private const string Kernels = "/*/Coppice.Forests.Tests.Blocks/KernelTests";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Theory]
    [InlineData("DOTNET_EnableAVX512", KernelNames.Avx2, "/*/Coppice.Forests.Tests.Scoring/BitExactTests")]
    [InlineData("DOTNET_EnableAVX2", KernelNames.Portable, "/*/Coppice.Forests.Tests.Scoring/BitExactTests")]
    [InlineData("DOTNET_EnableHWIntrinsic", KernelNames.Portable, Kernels)]
    public async Task Margins_are_exact_without(string setting, string kernel, string tests)
    {
        if (!KernelNames.Supported.Contains(kernel))
            Assert.Skip($"This processor has no {kernel}.");

        string own = typeof(InstructionSetTests).Assembly.Location;
        string program = Environment.ProcessPath!;
        bool isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        var start = new ProcessStartInfo(program, [.. isHost ? [own] : Array.Empty<string>(), "-noLogo", "-noColor", "-filter", Kernels, "-filter", tests])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment[setting] = "0";
        start.Environment[Expected] = kernel;
        using Process process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            string output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            Assert.True(process.ExitCode == 0, output);
            Assert.Contains("Failed: 0", output, StringComparison.Ordinal);
            Assert.DoesNotContain("Total: 0", output, StringComparison.Ordinal);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
