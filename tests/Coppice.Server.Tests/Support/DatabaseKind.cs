namespace Coppice.Server.Tests.Support;

/// <summary>Where a test keeps its workspace.</summary>
internal enum DatabaseKind
{
    Sqlite,
    Postgres,
}
