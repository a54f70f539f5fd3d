using System.CommandLine;

namespace Coppice.Cli.Invocation;

/// <summary>Options that every command takes.</summary>
internal static class GlobalOptions
{
    public static Option<string?> Workspace { get; } = new("--workspace", "-w")
    {
        Description = "folder with coppice.yaml (default: this one, or the nearest above it)",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json") { Description = "answer in JSON, for programs", Recursive = true };

    public static Option<bool> Trace { get; } = new("--trace") { Description = "show where a failure happened", Recursive = true };

    public static Option<bool> Help { get; } = new("--help", "-h", "-?") { Description = "show this", Recursive = true };

    public static Option<bool> Version { get; } = new("--version") { Description = "show the version of Coppice" };

    public static IReadOnlyList<Option> All { get; } = [Workspace, Json, Trace, Help, Version];
}
