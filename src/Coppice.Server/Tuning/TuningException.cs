using Coppice.Server.Http;

namespace Coppice.Server.Tuning;

/// <summary>A search that cannot be, or something about one that is not there.</summary>
public sealed class TuningException(string code, string message)
    : RefusalException(code, message, code is TuningCodes.NoLeaderboard or TuningCodes.NothingTuned ? RefusalKind.NotFound : RefusalKind.BadInput);
