namespace Coppice.Cli.Invocation;

/// <summary>What a script reads after a command. Documented in <c>coppice --help</c>.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;
    public const int SomeRowsSetAside = 3;
    public const int Interrupted = 130;
}
