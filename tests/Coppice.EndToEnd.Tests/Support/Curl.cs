using System.Diagnostics;

namespace Coppice.EndToEnd.Tests.Support;

/// <summary>The curl of the machine: what a stranger tries first.</summary>
internal static class Curl
{
    /// <summary>Runs it and gives what it wrote; a refusal fails the test.</summary>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("curl") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])["--silent", "--show-error", "--fail-with-body", .. arguments])
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"curl {string.Join(' ', arguments)}: {await error}{output}");
        return output;
    }
}
