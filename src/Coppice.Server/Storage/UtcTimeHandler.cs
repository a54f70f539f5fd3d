using System.Data;
using Dapper;

namespace Coppice.Server.Storage;

/// <summary>Lets records hold times while the tables hold integers.</summary>
internal sealed class UtcTimeHandler : SqlMapper.TypeHandler<DateTimeOffset>
{
    public static void Register()
    {
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new UtcTimeHandler());
        DefaultTypeMap.MatchNamesWithUnderscores = true;
    }

    public override DateTimeOffset Parse(object value) => UtcMicroseconds.ToTime(Convert.ToInt64(value));

    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
    {
        parameter.DbType = DbType.Int64;
        parameter.Value = value.ToMicroseconds();
    }
}
