using System.Net.Sockets;
using Coppice.Cli.Terminal;
using Coppice.Client;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Cli.Invocation;

/// <summary>How much of a failure its user asked to see.</summary>
internal enum FailureDetail
{
    Sentence,
    StackTrace,
}

/// <summary>Says in one sentence what went wrong.</summary>
internal static class Failures
{
    private const int MostErrors = 20;

    public static int Write(Screen screen, Exception failure, FailureDetail detail)
    {
        screen.Complain(Sentence(failure));
        if (failure is CoppiceException { Problem.Errors: { Count: > 0 } errors })
        {
            foreach (string error in errors.Take(MostErrors))
                screen.Complain($"  {error}");
            if (errors.Count > MostErrors)
                screen.Complain($"  and {errors.Count - MostErrors} more");
        }

        if (detail == FailureDetail.StackTrace)
            screen.Complain(failure.ToString());
        return failure is CommandFailure known ? known.ExitCode : ExitCode.Failed;
    }

    private static string Sentence(Exception failure) => failure switch
    {
        CommandFailure or CoppiceException or InvalidDefinitionException or IOException or UnauthorizedAccessException => failure.Message,
        WorkspaceInUseException inUse => $"{inUse.Message} Wait for it to finish, or stop it.",
        HttpRequestException { InnerException: (SocketException or IOException) and var cause } => $"The connection to the server was lost: {cause.Message}.",
        HttpRequestException => $"The connection to the server was lost: {failure.Message}",
        ArgumentException { ParamName: { } parameter } => failure.Message.Replace($" (Parameter '{parameter}')", "", StringComparison.Ordinal),
        _ => $"{failure.Message} (coppice … --trace shows where)",
    };
}
