using Coppice.Server.Http;

namespace Coppice.Server.Serving;

/// <summary>A question that cannot be answered; the message says why.</summary>
public sealed class ServingException(string code, string message)
    : RefusalException(code, message, code == ServingCodes.BadQuestion ? RefusalKind.BadInput : RefusalKind.Conflict);
