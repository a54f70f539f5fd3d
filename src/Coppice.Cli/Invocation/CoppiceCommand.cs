using System.CommandLine;

namespace Coppice.Cli.Invocation;

/// <summary>A command: its name, its options and what it does.</summary>
internal abstract class CoppiceCommand : Command
{
    protected CoppiceCommand(string name, string description)
        : base(name, description)
    {
    }

    /// <summary>Command lines worth copying, shown in the command's help.</summary>
    public virtual IReadOnlyList<string> Examples => [];

    /// <summary>Does it; the answer is an <see cref="ExitCode"/>.</summary>
    public abstract Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken);
}
