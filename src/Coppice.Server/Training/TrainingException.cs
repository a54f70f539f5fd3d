using Coppice.Server.Http;

namespace Coppice.Server.Training;

/// <summary>A run that cannot be: the message says what was expected and what was found.</summary>
public sealed class TrainingException(string code, string message)
    : RefusalException(code, message, code == TrainingCodes.AlreadyRunning ? RefusalKind.Conflict : RefusalKind.BadInput);
