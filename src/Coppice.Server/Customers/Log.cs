namespace Coppice.Server.Customers;

internal static partial class Log
{
    [LoggerMessage(EventId = 900, Level = LogLevel.Information, Message = "Inbox: {File} {State}, now {Place}")]
    public static partial void InboxMerged(ILogger logger, string file, string state, string place);

    [LoggerMessage(EventId = 901, Level = LogLevel.Warning, Message = "Inbox: {File} could not be merged and is tried again in a minute")]
    public static partial void InboxPostponed(ILogger logger, string file, Exception exception);

    [LoggerMessage(EventId = 902, Level = LogLevel.Warning, Message = "Inbox: {Folder} cannot be read")]
    public static partial void InboxUnreadable(ILogger logger, string folder, Exception exception);
}
