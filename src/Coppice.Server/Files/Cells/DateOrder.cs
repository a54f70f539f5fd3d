namespace Coppice.Server.Files.Cells;

public enum DateOrder
{
    YearMonthDay,
    DayMonthYear,
    MonthDayYear,
    UnixSeconds,
    UnixMilliseconds,
}
