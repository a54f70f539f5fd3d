using Coppice.Cli.Invocation;

namespace Coppice.Cli.Schedules;

/// <summary>A unit that is one file in a folder of the user's.</summary>
internal static class UnitFile
{
    /// <summary>Home as the environment has it; a service manager looks there too.</summary>
    public static string Home => Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } home ? home : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, cancellationToken);
    }

    public static void Delete(string path)
    {
        if (!File.Exists(path))
            throw new CommandFailure($"There is no {path}; nothing was installed there.");
        File.Delete(path);
    }
}
