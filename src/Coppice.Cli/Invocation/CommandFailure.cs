namespace Coppice.Cli.Invocation;

/// <summary>A command cannot do what was asked; the message is the sentence its user reads.</summary>
internal sealed class CommandFailure(string sentence, int exitCode = ExitCode.Failed) : Exception(sentence)
{
    public int ExitCode { get; } = exitCode;
}
