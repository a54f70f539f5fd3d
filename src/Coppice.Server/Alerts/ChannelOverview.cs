using Coppice.Client;
using Coppice.Server.Alerts.Channels;
using Coppice.Server.Storage;

namespace Coppice.Server.Alerts;

/// <summary>How the ways of telling people are doing.</summary>
public sealed class ChannelOverview(Database database, IEnumerable<IAlertChannel> channels, AlertMessageStore messages)
{
    public IReadOnlyList<ChannelStatus> Read() => database.Read(Read);

    public IReadOnlyList<ChannelStatus> Read(Session session) => [.. channels.Select(channel => Of(session, channel))];

    private ChannelStatus Of(Session session, IAlertChannel channel)
    {
        var oldest = messages.Oldest(session, channel.Name);
        return new ChannelStatus(
            channel.Name,
            channel.Target,
            messages.CountWaiting(session, channel.Name),
            messages.LastSent(session, channel.Name),
            messages.CountGivenUp(session, channel.Name),
            oldest?.Error,
            oldest?.Error is null ? null : oldest.NextAttempt);
    }
}
