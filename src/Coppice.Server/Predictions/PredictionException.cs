using Coppice.Server.Http;

namespace Coppice.Server.Predictions;

/// <summary>An answer that cannot be recorded; the message says why.</summary>
public sealed class PredictionException(string code, string message) : RefusalException(code, message, RefusalKind.Conflict);
