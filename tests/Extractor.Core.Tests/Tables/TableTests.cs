using System.Diagnostics;
using Extractor.Core.Documents;

namespace Extractor.Core.Tests.Tables;

public sealed class TableTests
{
    static readonly DocumentFacts Xining = new("page", "西宁晚报", "青海省", new(2024, 2, 29));

    /// <summary>Texts of a paper of 青海, 29 February 2024, with a table in each, and their claims, one a line; → is a tab.</summary>
    public static TheoryData<string, string> Examples => new()
    {
        // a title with its unit below, parts completed from their parent, a dash for a missing cell, prose around
        {
            """
            一、综合
            初步核算，全年全市地区生产总值1682.3亿元，比上年增长5.1%。
            表1  2023年西宁市地区生产总值及其增长速度
            单位：亿元
            指标            绝对量      比上年增长（%）    比重（%）
            地区生产总值    1682.3      5.1               100.0
            第一产业          61.4      4.2                 3.6
            第二产业         560.9      6.0                33.3
              #工业          401.2      7.3                23.8
              建筑业         159.7      —                  9.5
            注：绝对量按现价计算，增长速度按可比价计算。
            全年居民消费价格上涨0.3%。
            """,
            """
            1682.3亿元 | 168230000000 CNY | 地区生产总值 | level | 2023 | 青海省 | actual
            5.1% | 5.1 % | 地区生产总值 | growth up yoy | 2023 | 青海省 | actual
            1682.3 | 168230000000 CNY | 地区生产总值 | level | 2023 | 西宁市 | actual
            5.1 | 5.1 % | 地区生产总值 | growth up yoy | 2023 | 西宁市 | actual
            100.0 | 100.0 % | 地区生产总值 | share | 2023 | 西宁市 | actual
            61.4 | 6140000000 CNY | 第一产业增加值 | level | 2023 | 西宁市 | actual
            4.2 | 4.2 % | 第一产业增加值 | growth up yoy | 2023 | 西宁市 | actual
            3.6 | 3.6 % | 第一产业增加值 | share | 2023 | 西宁市 | actual
            560.9 | 56090000000 CNY | 第二产业增加值 | level | 2023 | 西宁市 | actual
            6.0 | 6.0 % | 第二产业增加值 | growth up yoy | 2023 | 西宁市 | actual
            33.3 | 33.3 % | 第二产业增加值 | share | 2023 | 西宁市 | actual
            401.2 | 40120000000 CNY | 工业增加值 | level | 2023 | 西宁市 | actual
            7.3 | 7.3 % | 工业增加值 | growth up yoy | 2023 | 西宁市 | actual
            23.8 | 23.8 % | 工业增加值 | share | 2023 | 西宁市 | actual
            159.7 | 15970000000 CNY | 建筑业增加值 | level | 2023 | 西宁市 | actual
            9.5 | 9.5 % | 建筑业增加值 | share | 2023 | 西宁市 | actual
            0.3% | 0.3 % | 居民消费价格 | growth up | 2023 | 青海省 | actual
            """
        },
        // pipes: a serial number, a unit column, ranks that are no claims
        {
            """
            表2 2023年主要农产品产量
            | 序号 | 产品名称 | 计量单位 | 产量 | 比上年增长（%） | 全省位次 |
            |---|---|---|---|---|---|
            | 1 | 粮食 | 万吨 | 28.6 | 1.9 | 2 |
            | 2 | 其中：小麦 | 万吨 | 11.25 | -2.4 | 3 |
            | 3 | 油料 | 吨 | 45,210 | 3.3 | 1 |
            | 4 | 禽蛋 | 吨 | … | … | 5 |
            """,
            """
            28.6 | 286000 t | 粮食产量 | level | 2023 | 青海省 | actual
            1.9 | 1.9 % | 粮食产量 | growth up yoy | 2023 | 青海省 | actual
            11.25 | 112500 t | 小麦产量 | level | 2023 | 青海省 | actual
            -2.4 | -2.4 % | 小麦产量 | growth down yoy | 2023 | 青海省 | actual
            45,210 | 45210 t | 油料产量 | level | 2023 | 青海省 | actual
            3.3 | 3.3 % | 油料产量 | growth up yoy | 2023 | 青海省 | actual
            """
        },
        // tabs: two storeys, 本月 and 累计
        {
            """
            全市主要经济指标完成情况（2023年12月）
            指标→单位→本月→→累计→
            →→绝对量→同比增长（%）→绝对量→同比增长（%）
            一般公共预算收入→亿元→9.8→12.1→118.6→8.4
            其中：税收收入→亿元→6.1→-3.2→80.7→5.5
            """,
            """
            9.8 | 980000000 CNY | 一般公共预算收入 | level | 2023-12 | 青海省 | actual
            12.1 | 12.1 % | 一般公共预算收入 | growth up yoy | 2023-12 | 青海省 | actual
            118.6 | 11860000000 CNY | 一般公共预算收入 | level | 2023 | 青海省 | actual
            8.4 | 8.4 % | 一般公共预算收入 | growth up yoy | 2023 | 青海省 | actual
            6.1 | 610000000 CNY | 税收收入 | level | 2023-12 | 青海省 | actual
            -3.2 | -3.2 % | 税收收入 | growth down yoy | 2023-12 | 青海省 | actual
            80.7 | 8070000000 CNY | 税收收入 | level | 2023 | 青海省 | actual
            5.5 | 5.5 % | 税收收入 | growth up yoy | 2023 | 青海省 | actual
            """
        },
        // rows that are places, a rate beside each level
        {
            """
            分县区固定资产投资（2023年）
            地区 固定资产投资（亿元） 增长（%） 社会消费品零售总额（亿元） 增长（%）
            湟中区 120.3 5.6 62.1 7.8
            """,
            """
            120.3 | 12030000000 CNY | 固定资产投资 | level | 2023 | 湟中区 | actual
            5.6 | 5.6 % | 固定资产投资 | growth up | 2023 | 湟中区 | actual
            62.1 | 6210000000 CNY | 社会消费品零售总额 | level | 2023 | 湟中区 | actual
            7.8 | 7.8 % | 社会消费品零售总额 | growth up | 2023 | 湟中区 | actual
            """
        },
        // a company: 不适用, brackets for a minus, points in a column of growth, units in the labels
        {
            """
            公司近三年主要财务数据
            单位：万元 币种：人民币
            主要会计数据  2023年  2022年  本期比上年同期增减（%）  2021年
            营业收入  864,713.25  765,908.10  12.90  702,215.00
            归属于上市公司股东的净利润  58,316.44  -42,660.31  不适用  31,874.20
            经营活动产生的现金流量净额  （1,234.50）  2,300.00  -153.67  900.00
            基本每股收益（元/股）  0.58  0.43  34.88  0.32
            加权平均净资产收益率（%）  9.81  7.90  增加1.91个百分点  6.5
            """,
            """
            864,713.25 | 8647132500 CNY | 营业收入 | level | 2023 | 青海省 | actual
            765,908.10 | 7659081000 CNY | 营业收入 | level | 2022 | 青海省 | actual
            12.90 | 12.90 % | 营业收入 | growth up yoy | 2023 | 青海省 | actual
            702,215.00 | 7022150000 CNY | 营业收入 | level | 2021 | 青海省 | actual
            58,316.44 | 583164400 CNY | 归属于上市公司股东的净利润 | level | 2023 | 青海省 | actual
            -42,660.31 | -426603100 CNY | 归属于上市公司股东的净利润 | level | 2022 | 青海省 | actual
            31,874.20 | 318742000 CNY | 归属于上市公司股东的净利润 | level | 2021 | 青海省 | actual
            1,234.50 | -12345000 CNY | 经营活动产生的现金流量净额 | level | 2023 | 青海省 | actual
            2,300.00 | 23000000 CNY | 经营活动产生的现金流量净额 | level | 2022 | 青海省 | actual
            -153.67 | -153.67 % | 经营活动产生的现金流量净额 | growth down yoy | 2023 | 青海省 | actual
            900.00 | 9000000 CNY | 经营活动产生的现金流量净额 | level | 2021 | 青海省 | actual
            0.58 | 0.58 CNY/{股} | 基本每股收益 | level | 2023 | 青海省 | actual
            0.43 | 0.43 CNY/{股} | 基本每股收益 | level | 2022 | 青海省 | actual
            34.88 | 34.88 % | 基本每股收益 | growth up yoy | 2023 | 青海省 | actual
            0.32 | 0.32 CNY/{股} | 基本每股收益 | level | 2021 | 青海省 | actual
            9.81 | 9.81 % | 加权平均净资产收益率 | level | 2023 | 青海省 | actual
            7.90 | 7.90 % | 加权平均净资产收益率 | level | 2022 | 青海省 | actual
            1.91个百分点 | 1.91 pp | 加权平均净资产收益率 | change up yoy | 2023 | 青海省 | actual
            6.5 | 6.5 % | 加权平均净资产收益率 | level | 2021 | 青海省 | actual
            """
        },
        // a cell a line
        {
            """
            人民币贷款情况表
            单位：亿元
            项目
            2023年末
            2022年末
            比年初增减
            各项贷款
            5230.1
            4987.6
            242.5
            住户贷款
            1820.4
            1799.9
            20.5
            企业贷款
            3409.7
            3187.7
            222.0
            数据来源：本行整理。
            """,
            """
            5230.1 | 523010000000 CNY | 各项贷款 | level | 2023-12-31 | 青海省 | actual
            4987.6 | 498760000000 CNY | 各项贷款 | level | 2022-12-31 | 青海省 | actual
            242.5 | 24250000000 CNY | 各项贷款 | change up ytd | 2023-12-31 | 青海省 | actual
            1820.4 | 182040000000 CNY | 住户贷款 | level | 2023-12-31 | 青海省 | actual
            1799.9 | 179990000000 CNY | 住户贷款 | level | 2022-12-31 | 青海省 | actual
            20.5 | 2050000000 CNY | 住户贷款 | change up ytd | 2023-12-31 | 青海省 | actual
            3409.7 | 340970000000 CNY | 企业贷款 | level | 2023-12-31 | 青海省 | actual
            3187.7 | 318770000000 CNY | 企业贷款 | level | 2022-12-31 | 青海省 | actual
            222.0 | 22200000000 CNY | 企业贷款 | change up ytd | 2023-12-31 | 青海省 | actual
            """
        },
        // months as rows under the year of the title, places as columns
        {
            """
            2023年各月居民消费价格指数（上年同月=100）
            月份  全市  城市  农村
            1月  101.2  101.3  100.9
            """,
            """
            101.2 | 101.2 1 | 居民消费价格指数 | level | 2023-01 | 青海省 | actual
            101.3 | 101.3 1 | 城市居民消费价格指数 | level | 2023-01 | 青海省 | actual
            100.9 | 100.9 1 | 农村居民消费价格指数 | level | 2023-01 | 青海省 | actual
            """
        },
        // a title that is all growth
        {
            """
            表3 规模以上工业增加值增长速度
            单位：%
            行业 2023年 2022年
            规模以上工业 7.9 6.2
            采矿业 -1.5 3.0
            """,
            """
            7.9 | 7.9 % | 规模以上工业增加值 | growth up | 2023 | 青海省 | actual
            6.2 | 6.2 % | 规模以上工业增加值 | growth up | 2022 | 青海省 | actual
            -1.5 | -1.5 % | 采矿业增加值 | growth down | 2023 | 青海省 | actual
            3.0 | 3.0 % | 采矿业增加值 | growth up | 2022 | 青海省 | actual
            """
        },
        // classes as rows, measures with their units as columns
        {
            """
            表4 各级各类学校基本情况
            类别|学校数（所）|招生数（人）|在校生数（人）|专任教师（人）
            普通高中|32|15230|44871|3902
            """,
            """
            32 | 32 {所} | 普通高中学校数 | level | - | 青海省 | actual
            15230 | 15230 {person} | 普通高中招生数 | level | - | 青海省 | actual
            44871 | 44871 {person} | 普通高中在校生数 | level | - | 青海省 | actual
            3902 | 3902 {person} | 普通高中专任教师 | level | - | 青海省 | actual
            """
        },
        // ideographic spaces, shares of the whole
        {
            """
            表5 2023年末人口数及其构成
            指　标　　　　　年末数（万人）　　比重（%）
            常住人口　　　　　248.0　　　　　100.0
            其中：城镇　　　　198.6　　　　　80.1
            　　　乡村　　　　49.4　　　　　19.9
            """,
            """
            248.0 | 2480000 {person} | 常住人口 | level | 2023-12-31 | 青海省 | actual
            100.0 | 100.0 % | 常住人口 | share | 2023-12-31 | 青海省 | actual
            198.6 | 1986000 {person} | 城镇常住人口 | level | 2023-12-31 | 青海省 | actual
            80.1 | 80.1 % | 城镇常住人口 | share | 2023-12-31 | 青海省 | actual
            49.4 | 494000 {person} | 乡村常住人口 | level | 2023-12-31 | 青海省 | actual
            19.9 | 19.9 % | 乡村常住人口 | share | 2023-12-31 | 青海省 | actual
            """
        },
        // a cell a line with a unit column, 城镇 under its total
        {
            """
            指标
            单位
            2023年
            2022年
            增长%
            地区生产总值
            亿元
            1682.3
            1644.4
            5.1
            社会消费品零售总额
            亿元
            610.2
            570.8
            6.9
            城镇
            亿元
            520.0
            487.1
            6.8
            """,
            """
            1682.3 | 168230000000 CNY | 地区生产总值 | level | 2023 | 青海省 | actual
            1644.4 | 164440000000 CNY | 地区生产总值 | level | 2022 | 青海省 | actual
            5.1 | 5.1 % | 地区生产总值 | growth up | 2023 | 青海省 | actual
            610.2 | 61020000000 CNY | 社会消费品零售总额 | level | 2023 | 青海省 | actual
            570.8 | 57080000000 CNY | 社会消费品零售总额 | level | 2022 | 青海省 | actual
            6.9 | 6.9 % | 社会消费品零售总额 | growth up | 2023 | 青海省 | actual
            520.0 | 52000000000 CNY | 城镇社会消费品零售总额 | level | 2023 | 青海省 | actual
            487.1 | 48710000000 CNY | 城镇社会消费品零售总额 | level | 2022 | 青海省 | actual
            6.8 | 6.8 % | 城镇社会消费品零售总额 | growth up | 2023 | 青海省 | actual
            """
        },
        // two tables after each other, then prose
        {
            """
            表6 货物进出口总额
            单位：亿元
            项目 2023年 比上年增长（%）
            货物进出口总额 48.7 13.5
            出口 30.1 20.2
            表7 各种运输方式完成客货运输量
            指标 单位 绝对数 比上年增长（%）
            客运量 万人 3120 85.2
            铁路 万人 1010 120.4
            全年邮政业务总量12.6亿元，增长9.9%。
            """,
            """
            48.7 | 4870000000 CNY | 货物进出口总额 | level | 2023 | 青海省 | actual
            13.5 | 13.5 % | 货物进出口总额 | growth up yoy | 2023 | 青海省 | actual
            30.1 | 3010000000 CNY | 出口 | level | 2023 | 青海省 | actual
            20.2 | 20.2 % | 出口 | growth up yoy | 2023 | 青海省 | actual
            3120 | 31200000 {person} | 客运量 | level | - | 青海省 | actual
            85.2 | 85.2 % | 客运量 | growth up yoy | - | 青海省 | actual
            1010 | 10100000 {person} | 铁路客运量 | level | - | 青海省 | actual
            120.4 | 120.4 % | 铁路客运量 | growth up yoy | - | 青海省 | actual
            12.6亿元 | 1260000000 CNY | 邮政业务总量 | level | 2023 | 青海省 | actual
            9.9% | 9.9 % | 邮政业务总量 | growth up | 2023 | 青海省 | actual
            """
        },
        // terms are no dates
        {
            """
            表 1 存款利率表
            项目
            年利率（%）
            活期存款
            0.20
            三个月
            1.15
            半年
            1.35
            一年
            1.45
            """,
            """
            0.20 | 0.20 % | 活期存款年利率 | level | - | 青海省 | actual
            1.15 | 1.15 % | 三个月年利率 | level | - | 青海省 | actual
            1.35 | 1.35 % | 半年年利率 | level | - | 青海省 | actual
            1.45 | 1.45 % | 一年年利率 | level | - | 青海省 | actual
            """
        },
        // full-width digits, 上年同期
        {
            """
            指标名称　　本期　　上年同期　　同比±%
            发电量（亿千瓦时）　　１２．５　　１１．０　　１３．６
            """,
            """
            １２．５ | 1250000000 kW.h | 发电量 | level | - | 青海省 | actual
            １１．０ | 1100000000 kW.h | 发电量 | level | - | 青海省 | actual
            １３．６ | 13.6 % | 发电量 | growth up yoy | - | 青海省 | actual
            """
        },
        // traditional script
        {
            """
            2023年地區生產總值
            單位：億元
            指標
            總量
            比上年增長（％）
            地區生產總值
            1682.3
            5.1
            第一產業
            61.4
            4.2
            """,
            """
            1682.3 | 168230000000 CNY | 地區生產總值 | level | 2023 | 青海省 | actual
            5.1 | 5.1 % | 地區生產總值 | growth up yoy | 2023 | 青海省 | actual
            61.4 | 6140000000 CNY | 第一產業增加值 | level | 2023 | 青海省 | actual
            4.2 | 4.2 % | 第一產業增加值 | growth up yoy | 2023 | 青海省 | actual
            """
        },
        // years as rows, 人均 beside its whole
        {
            """
            年份 | 地区生产总值（亿元） | 人均（元） | 城镇化率（%）
            --- | --- | --- | ---
            2020 | 1372.9 | 55640 | 78.6
            """,
            """
            1372.9 | 137290000000 CNY | 地区生产总值 | level | 2020 | 青海省 | actual
            55640 | 55640 CNY | 人均地区生产总值 | level | 2020 | 青海省 | actual
            78.6 | 78.6 % | 城镇化率 | level | 2020 | 青海省 | actual
            """
        },
        // the title of the first table holds for the second
        {
            """
            2023年四季度西宁市主要指标
            一、生产
            指标 计量单位 1—12月 同比增长%
            规模以上工业增加值 % — 7.9
            水泥产量 万吨 230.1 -12.5
            二、财政金融（单位：亿元）
            指标 期末余额 比年初增加
            金融机构各项存款 6120.8 305.4
            金融机构各项贷款 7015.2 260.1
            """,
            """
            7.9 | 7.9 % | 规模以上工业增加值 | growth up yoy | 2023 | 西宁市 | actual
            230.1 | 2301000 t | 水泥产量 | level | 2023 | 西宁市 | actual
            -12.5 | -12.5 % | 水泥产量 | growth down yoy | 2023 | 西宁市 | actual
            6120.8 | 612080000000 CNY | 金融机构各项存款 | level | 2023-12-31 | 西宁市 | actual
            305.4 | 30540000000 CNY | 金融机构各项存款 | change up ytd | 2023-12-31 | 西宁市 | actual
            7015.2 | 701520000000 CNY | 金融机构各项贷款 | level | 2023-12-31 | 西宁市 | actual
            260.1 | 26010000000 CNY | 金融机构各项贷款 | change up ytd | 2023-12-31 | 西宁市 | actual
            """
        },
        // ordinals of three depths
        {
            """
            金融机构本外币信贷收支
            （2023年12月末，单位：亿元）
            项目 余额 比年初 同比（%）
            一、各项存款 6120.8 305.4 5.3
            （一）境内存款 6100.0 300.1 5.2
            1.住户存款 3300.5 280.7 9.3
            （1）活期存款 1200.2 60.0 5.3
            """,
            """
            6120.8 | 612080000000 CNY | 各项存款 | level | 2023-12-31 | 青海省 | actual
            305.4 | 30540000000 CNY | 各项存款 | change up ytd | 2023-12-31 | 青海省 | actual
            5.3 | 5.3 % | 各项存款 | growth up yoy | 2023-12-31 | 青海省 | actual
            6100.0 | 610000000000 CNY | 境内存款 | level | 2023-12-31 | 青海省 | actual
            300.1 | 30010000000 CNY | 境内存款 | change up ytd | 2023-12-31 | 青海省 | actual
            5.2 | 5.2 % | 境内存款 | growth up yoy | 2023-12-31 | 青海省 | actual
            3300.5 | 330050000000 CNY | 住户存款 | level | 2023-12-31 | 青海省 | actual
            280.7 | 28070000000 CNY | 住户存款 | change up ytd | 2023-12-31 | 青海省 | actual
            9.3 | 9.3 % | 住户存款 | growth up yoy | 2023-12-31 | 青海省 | actual
            1200.2 | 120020000000 CNY | 活期存款 | level | 2023-12-31 | 青海省 | actual
            60.0 | 6000000000 CNY | 活期存款 | change up ytd | 2023-12-31 | 青海省 | actual
            5.3 | 5.3 % | 活期存款 | growth up yoy | 2023-12-31 | 青海省 | actual
            """
        },
        // HTML
        {
            """
            <table><tr><td>指标</td><td>2023年</td><td>增长（%）</td></tr><tr><td>接待游客（万人次）</td><td>2880.5</td><td>91.0</td></tr><tr><td>旅游总收入（亿元）</td><td>260.1</td><td>105.2</td></tr></table>
            """,
            """
            2880.5 | 28805000 {person-time} | 接待游客 | level | 2023 | 青海省 | actual
            91.0 | 91.0 % | 接待游客 | growth up | 2023 | 青海省 | actual
            260.1 | 26010000000 CNY | 旅游总收入 | level | 2023 | 青海省 | actual
            105.2 | 105.2 % | 旅游总收入 | growth up | 2023 | 青海省 | actual
            """
        },
        // banks as rows
        {
            """
            上市银行2023年资产质量
            银行→总资产（亿元）→不良贷款率（%）→拨备覆盖率（%）
            青海银行→1108.2→2.01→182.5
            """,
            """
            1108.2 | 110820000000 CNY | 总资产 | level | 2023 | 青海银行 | actual
            2.01 | 2.01 % | 不良贷款率 | level | 2023 | 青海银行 | actual
            182.5 | 182.5 % | 拨备覆盖率 | level | 2023 | 青海银行 | actual
            """
        },
        // a unit line of two units
        {
            """
            表8 居民人均可支配收入
            单位：元、%
            指标 2023年 2022年 增长
            全体居民人均可支配收入 36210 34310 5.5
            城镇居民 42600 40650 4.8
            城镇化率 79.9 79.6 ...
            """,
            """
            36210 | 36210 CNY | 全体居民人均可支配收入 | level | 2023 | 青海省 | actual
            34310 | 34310 CNY | 全体居民人均可支配收入 | level | 2022 | 青海省 | actual
            5.5 | 5.5 % | 全体居民人均可支配收入 | growth up | 2023 | 青海省 | actual
            42600 | 42600 CNY | 城镇居民人均可支配收入 | level | 2023 | 青海省 | actual
            40650 | 40650 CNY | 城镇居民人均可支配收入 | level | 2022 | 青海省 | actual
            4.8 | 4.8 % | 城镇居民人均可支配收入 | growth up | 2023 | 青海省 | actual
            79.9 | 79.9 % | 城镇化率 | level | 2023 | 青海省 | actual
            79.6 | 79.6 % | 城镇化率 | level | 2022 | 青海省 | actual
            """
        },
        // 其中：住宅 hangs on the row above
        {
            """
            2023年房地产开发和销售主要指标
            指标 单位 绝对数 比上年增长（%）
            房地产开发投资 亿元 201.5 -18.6
            其中：住宅 亿元 150.2 -20.1
            """,
            """
            201.5 | 20150000000 CNY | 房地产开发投资 | level | 2023 | 青海省 | actual
            -18.6 | -18.6 % | 房地产开发投资 | growth down yoy | 2023 | 青海省 | actual
            150.2 | 15020000000 CNY | 住宅房地产开发投资 | level | 2023 | 青海省 | actual
            -20.1 | -20.1 % | 住宅房地产开发投资 | growth down yoy | 2023 | 青海省 | actual
            """
        },
        // a PDF: headings cut over lines, a label cut over two
        {
            """
            表 2 主要监管指标 
            单位：百万元，% 
            项目 2023 年 
            12 月 31 日 
            2022 年 
            12 月 31 日 
            变动幅度 
            （%） 
            资产总额 
            1,254,880 
            1,130,021 
            11.05 
            发放贷款和
            垫款总额 
            702,110 
            640,009 
            9.70 
            不良贷款率（%） 
            1.28 
            1.36 
            下降 0.08 个
            百分点 
            """,
            """
            1,254,880 | 1254880000000 CNY | 资产总额 | level | 2023 | 青海省 | actual
            1,130,021 | 1130021000000 CNY | 资产总额 | level | 2022 | 青海省 | actual
            11.05 | 11.05 % | 资产总额 | growth up | 2023 | 青海省 | actual
            702,110 | 702110000000 CNY | 发放贷款和垫款总额 | level | 2023 | 青海省 | actual
            640,009 | 640009000000 CNY | 发放贷款和垫款总额 | level | 2022 | 青海省 | actual
            9.70 | 9.70 % | 发放贷款和垫款总额 | growth up | 2023 | 青海省 | actual
            1.28 | 1.28 % | 不良贷款率 | level | 2023 | 青海省 | actual
            1.36 | 1.36 % | 不良贷款率 | level | 2022 | 青海省 | actual
            """
        },
        // a PDF: groups that end where the headings begin to repeat
        {
            """
            表 5 2019 年1-3 月大额存款与贷款平均利率
            单位：%
            月份
            大额存款
            贷 款
            活期 3 个月
            以内
            3（含3
            个月）—
            6 个月
            1 年 3 个月
            以内
            3（含3
            个月）—
            6 个月
            1 年
            1 月 0.42 2.74 3.40
            3.77 3.94 4.06 3.99
            2 月 0.45 2.70 3.29
            3.63 3.62 3.90 3.79
            """,
            """
            0.42 | 0.42 % | 大额存款与贷款平均利率大额存款活期 | level | 2019-01 | 青海省 | actual
            2.74 | 2.74 % | 大额存款与贷款平均利率大额存款3个月以内 | level | 2019-01 | 青海省 | actual
            3.40 | 3.40 % | 大额存款与贷款平均利率大额存款3（含3个月）—6个月 | level | 2019-01 | 青海省 | actual
            3.77 | 3.77 % | 大额存款与贷款平均利率大额存款1年 | level | 2019-01 | 青海省 | actual
            3.94 | 3.94 % | 大额存款与贷款平均利率贷款3个月以内 | level | 2019-01 | 青海省 | actual
            4.06 | 4.06 % | 大额存款与贷款平均利率贷款3（含3个月）—6个月 | level | 2019-01 | 青海省 | actual
            3.99 | 3.99 % | 大额存款与贷款平均利率贷款1年 | level | 2019-01 | 青海省 | actual
            0.45 | 0.45 % | 大额存款与贷款平均利率大额存款活期 | level | 2019-02 | 青海省 | actual
            2.70 | 2.70 % | 大额存款与贷款平均利率大额存款3个月以内 | level | 2019-02 | 青海省 | actual
            3.29 | 3.29 % | 大额存款与贷款平均利率大额存款3（含3个月）—6个月 | level | 2019-02 | 青海省 | actual
            3.63 | 3.63 % | 大额存款与贷款平均利率大额存款1年 | level | 2019-02 | 青海省 | actual
            3.62 | 3.62 % | 大额存款与贷款平均利率贷款3个月以内 | level | 2019-02 | 青海省 | actual
            3.90 | 3.90 % | 大额存款与贷款平均利率贷款3（含3个月）—6个月 | level | 2019-02 | 青海省 | actual
            3.79 | 3.79 % | 大额存款与贷款平均利率贷款1年 | level | 2019-02 | 青海省 | actual
            """
        },
        // a PDF: one group with a line of its own parts
        {
            """
            表4 2019 年1-3 月人民币贷款各利率区间占比
            单位：%
            月份
            下浮
            基准
            上 浮
            小计 (1，1.1] (1.1，1.3] 2.0 以上
            1 月
            15.67
            16.56 67.77
            13.84
            19.63
            8.35
            2 月
            17.78
            16.07 66.15
            13.09
            18.14
            10.63
            """,
            """
            15.67 | 15.67 % | 人民币贷款各利率区间占比下浮 | share | 2019-01 | 青海省 | actual
            16.56 | 16.56 % | 人民币贷款各利率区间占比基准 | share | 2019-01 | 青海省 | actual
            67.77 | 67.77 % | 人民币贷款各利率区间占比上浮小计 | share | 2019-01 | 青海省 | actual
            13.84 | 13.84 % | 人民币贷款各利率区间占比上浮(1，1.1] | share | 2019-01 | 青海省 | actual
            19.63 | 19.63 % | 人民币贷款各利率区间占比上浮(1.1，1.3] | share | 2019-01 | 青海省 | actual
            8.35 | 8.35 % | 人民币贷款各利率区间占比上浮2.0以上 | share | 2019-01 | 青海省 | actual
            17.78 | 17.78 % | 人民币贷款各利率区间占比下浮 | share | 2019-02 | 青海省 | actual
            16.07 | 16.07 % | 人民币贷款各利率区间占比基准 | share | 2019-02 | 青海省 | actual
            66.15 | 66.15 % | 人民币贷款各利率区间占比上浮小计 | share | 2019-02 | 青海省 | actual
            13.09 | 13.09 % | 人民币贷款各利率区间占比上浮(1，1.1] | share | 2019-02 | 青海省 | actual
            18.14 | 18.14 % | 人民币贷款各利率区间占比上浮(1.1，1.3] | share | 2019-02 | 青海省 | actual
            10.63 | 10.63 % | 人民币贷款各利率区间占比上浮2.0以上 | share | 2019-02 | 青海省 | actual
            """
        },
        // a partner in trade is none of the places
        {
            """
            表3　2023年对主要国家和地区货物进出口总额、增长速度及其比重
            国家和地区　　　　　出口额（亿元）　比上年增长（%）　占全省出口比重（%）　进口额（亿元）　比上年增长（%）
            东盟　　　　　　　　　12.3　　　　　　5.0　　　　　　　40.9　　　　　　　3.2　　　　　　　-6.8
            """,
            """
            12.3 | 1230000000 CNY | 东盟出口额 | level | 2023 | 青海省 | actual
            5.0 | 5.0 % | 东盟出口额 | growth up yoy | 2023 | 青海省 | actual
            40.9 | 40.9 % | 东盟出口额 | share | 2023 | 青海省 | actual
            3.2 | 320000000 CNY | 东盟进口额 | level | 2023 | 青海省 | actual
            -6.8 | -6.8 % | 东盟进口额 | growth down yoy | 2023 | 青海省 | actual
            """
        },
        // a cell a line, two storeys of headings that repeat
        {
            """
            表1 2023年规模以上工业企业主要财务指标（分经济类型）
            单位：亿元
            分组
            营业收入
            利润总额
            2023年
            同比增长（%）
            2023年
            同比增长（%）
            总计
            1334.4
            1.1
            76.8
            -2.3
            国有控股企业
            359.1
            0.3
            22.6
            -3.4
            """,
            """
            1334.4 | 133440000000 CNY | 营业收入 | level | 2023 | 青海省 | actual
            1.1 | 1.1 % | 营业收入 | growth up yoy | 2023 | 青海省 | actual
            76.8 | 7680000000 CNY | 利润总额 | level | 2023 | 青海省 | actual
            -2.3 | -2.3 % | 利润总额 | growth down yoy | 2023 | 青海省 | actual
            359.1 | 35910000000 CNY | 国有控股企业营业收入 | level | 2023 | 青海省 | actual
            0.3 | 0.3 % | 国有控股企业营业收入 | growth up yoy | 2023 | 青海省 | actual
            22.6 | 2260000000 CNY | 国有控股企业利润总额 | level | 2023 | 青海省 | actual
            -3.4 | -3.4 % | 国有控股企业利润总额 | growth down yoy | 2023 | 青海省 | actual
            """
        },
        // a section without figures
        {
            """
            附表：全市主要经济指标
            指标名称    计量单位    2024年1-2月累计    同比增长（%）
            一、规模以上工业增加值    亿元    —    8.1
              其中：轻工业    亿元    —    3.3
            二、固定资产投资    亿元    56.7    10.2
              按产业分：
              第一产业    亿元    1.2    -30.1
            """,
            """
            8.1 | 8.1 % | 规模以上工业增加值 | growth up yoy | 2024-01-01/2024-02-29 | 青海省 | actual
            3.3 | 3.3 % | 轻工业增加值 | growth up yoy | 2024-01-01/2024-02-29 | 青海省 | actual
            56.7 | 5670000000 CNY | 固定资产投资 | level | 2024-01-01/2024-02-29 | 青海省 | actual
            10.2 | 10.2 % | 固定资产投资 | growth up yoy | 2024-01-01/2024-02-29 | 青海省 | actual
            1.2 | 120000000 CNY | 第一产业固定资产投资 | level | 2024-01-01/2024-02-29 | 青海省 | actual
            -30.1 | -30.1 % | 第一产业固定资产投资 | growth down yoy | 2024-01-01/2024-02-29 | 青海省 | actual
            """
        },
        // a row’s number before its place
        {
            """
            全国百强县排行榜（部分）
            排名 县市 GDP（亿元） 增速（%）
            3 张家港市 3365.0 6.0
            """,
            """
            3365.0 | 336500000000 CNY | GDP | level | - | 张家港市 | actual
            6.0 | 6.0 % | GDP | growth up | - | 张家港市 | actual
            """
        },
        // a drawn table, 涨跌 in the unit of the price
        {
            """
            ┌──────┬──────┬──────┐
            │ 品种 │ 价格（元/公斤） │ 涨跌 │
            ├──────┼──────┼──────┤
            │ 白菜 │ 2.40 │ 0.10 │
            │ 猪肉 │ 28.60 │ -1.20 │
            └──────┴──────┴──────┘
            """,
            """
            2.40 | 2.40 CNY/kg | 白菜价格 | level | - | 青海省 | actual
            0.10 | 0.10 CNY/kg | 白菜价格 | change up | - | 青海省 | actual
            28.60 | 28.60 CNY/kg | 猪肉价格 | level | - | 青海省 | actual
            -1.20 | -1.20 CNY/kg | 猪肉价格 | change down | - | 青海省 | actual
            """
        },
        // budget and outturn
        {
            """
            2023年财政收支情况
            （单位：万元）
            项 目 预算数 决算数 为预算% 比上年±%
            一般公共预算收入 118600 120034 101.2 3.4
            """,
            """
            118600 | 1186000000 CNY | 一般公共预算收入 | level | 2023 | 青海省 | planned
            120034 | 1200340000 CNY | 一般公共预算收入 | level | 2023 | 青海省 | actual
            101.2 | 101.2 % | 一般公共预算收入 | share | 2023 | 青海省 | actual
            3.4 | 3.4 % | 一般公共预算收入 | growth up yoy | 2023 | 青海省 | actual
            """
        },
        // a part as a column
        {
            """
            表4　　2023年房屋新开工、施工、竣工面积　　　单位：万平方米
            指标　　　　　　全市　　　　其中：住宅
            新开工面积　　　210.4　　　150.3
            """,
            """
            210.4 | 2104000 m2 | 新开工面积 | level | 2023 | 青海省 | actual
            150.3 | 1503000 m2 | 住宅新开工面积 | level | 2023 | 青海省 | actual
            """
        },
        // two storeys by the width of the print
        {
            """
            表6：2019—2023年居民人均可支配收入
            年份　城镇居民　农村居民
            　　　绝对数（元）　增长（%）　绝对数（元）　增长（%）
            2019　34846　8.0　12550　10.0
            """,
            """
            34846 | 34846 CNY | 城镇居民人均可支配收入 | level | 2019 | 青海省 | actual
            8.0 | 8.0 % | 城镇居民人均可支配收入 | growth up | 2019 | 青海省 | actual
            12550 | 12550 CNY | 农村居民人均可支配收入 | level | 2019 | 青海省 | actual
            10.0 | 10.0 % | 农村居民人均可支配收入 | growth up | 2019 | 青海省 | actual
            """
        },
        // headings again inside a table
        {
            """
            表1：主要会计数据
            单位：元  币种：人民币
                                      2023年12月31日      2022年12月31日     增减（%）
            总资产                    19,634,200,118.5    18,480,770,032.1     6.24
            归属于母公司股东权益       5,002,331,008.0     4,700,120,556.7     6.43
                                      2023年1—12月        2022年1—12月        增减（%）
            营业收入                   8,647,130,000.0     7,659,080,000.0    12.90
            """,
            """
            19,634,200,118.5 | 19634200118.5 CNY | 总资产 | level | 2023-12-31 | 青海省 | actual
            18,480,770,032.1 | 18480770032.1 CNY | 总资产 | level | 2022-12-31 | 青海省 | actual
            6.24 | 6.24 % | 总资产 | growth up | 2023-12-31 | 青海省 | actual
            5,002,331,008.0 | 5002331008.0 CNY | 归属于母公司股东权益 | level | 2023-12-31 | 青海省 | actual
            4,700,120,556.7 | 4700120556.7 CNY | 归属于母公司股东权益 | level | 2022-12-31 | 青海省 | actual
            6.43 | 6.43 % | 归属于母公司股东权益 | growth up | 2023-12-31 | 青海省 | actual
            8,647,130,000.0 | 8647130000.0 CNY | 营业收入 | level | 2023 | 青海省 | actual
            7,659,080,000.0 | 7659080000.0 CNY | 营业收入 | level | 2022 | 青海省 | actual
            12.90 | 12.90 % | 营业收入 | growth up | 2023 | 青海省 | actual
            """
        },
        // empty cells under a heading of two columns
        {
            """
            | 区县 | 常住人口（万人） | | 城镇化率（%） | |
            | | 2020年 | 2010年 | 2020年 | 2010年 |
            | --- | --- | --- | --- | --- |
            | 城东区 | 46.1 | 36.0 | 100 | 97.8 |
            """,
            """
            46.1 | 461000 {person} | 常住人口 | level | 2020 | 城东区 | actual
            36.0 | 360000 {person} | 常住人口 | level | 2010 | 城东区 | actual
            100 | 100 % | 城镇化率 | level | 2020 | 城东区 | actual
            97.8 | 97.8 % | 城镇化率 | level | 2010 | 城东区 | actual
            """
        },
        // the measure behind 涨跌 and 涨跌幅
        {
            """
            2024年2月下旬流通领域重要生产资料市场价格变动情况
            产品名称
            单位
            本期价格(元)
            比上期价格涨跌(元)
            涨跌幅(%)
            螺纹钢（Φ20mm,HRB400E）
            吨
            3846.0
            -46.2
            -1.2
            """,
            """
            3846.0 | 3846.0 CNY | 螺纹钢价格 | level | 2024-02 | 青海省 | actual
            -46.2 | -46.2 CNY | 螺纹钢价格 | change down | 2024-02 | 青海省 | actual
            -1.2 | -1.2 % | 螺纹钢价格 | growth down | 2024-02 | 青海省 | actual
            """
        },
        // units in brackets on a line of their own
        {
            """
            全国粮食播种面积、总产量及单位面积产量情况

                        播种面积        总产量        单位面积产量
                        （千公顷）      （万吨）      （公斤/公顷）
            全年粮食    118969.0        69541.0       5845.0
              夏粮       26608.0        14615.0       5493.0
            """,
            """
            118969.0 | 118969000 har | 全年粮食播种面积 | level | - | 全国 | actual
            69541.0 | 695410000 t | 全年粮食总产量 | level | - | 全国 | actual
            5845.0 | 5845.0 kg/har | 全年粮食单位面积产量 | level | - | 全国 | actual
            26608.0 | 26608000 har | 夏粮播种面积 | level | - | 全国 | actual
            14615.0 | 146150000 t | 夏粮总产量 | level | - | 全国 | actual
            5493.0 | 5493.0 kg/har | 夏粮单位面积产量 | level | - | 全国 | actual
            """
        },
        // targets and completion, a title that names its place before its year
        {
            """
            青海省2023年城镇新增就业完成情况
            地区 年度目标（人） 完成数（人） 完成率（%）
            西宁市 30000 34210 114.0
            全省 60000 64200 107.0
            """,
            """
            30000 | 30000 {person} | 城镇新增就业 | level | 2023 | 西宁市 | planned
            34210 | 34210 {person} | 城镇新增就业 | level | 2023 | 西宁市 | actual
            114.0 | 114.0 % | 城镇新增就业 | share | 2023 | 西宁市 | actual
            60000 | 60000 {person} | 城镇新增就业 | level | 2023 | 青海省 | planned
            64200 | 64200 {person} | 城镇新增就业 | level | 2023 | 青海省 | actual
            107.0 | 107.0 % | 城镇新增就业 | share | 2023 | 青海省 | actual
            """
        },
        // an index and its base
        {
            """
            2月重点城市新建商品住宅销售价格指数
            城市 环比 同比
            上月=100 上年同月=100
            西宁 99.5 98.2
            """,
            """
            99.5 | 99.5 1 | 重点城市新建商品住宅销售价格指数 | level | 2024-02 | 西宁市 | actual
            98.2 | 98.2 1 | 重点城市新建商品住宅销售价格指数 | level | 2024-02 | 西宁市 | actual
            """
        },
    };

    /// <summary>Lines with numbers that are no table of figures.</summary>
    public static TheoryData<string> CounterExamples =>
    [
        // names with numbers
        "获奖名单\n一等奖 张伟 95\n二等奖 王芳 90\n三等奖 李强 88",
        "参会代表名单\n姓名 性别 年龄\n丁一 女 45\n马二 男 52",
        // addresses and telephones
        "门店地址\n门店 地址 电话\n城东店 东关大街128号 0971-6123456\n城西店 五四大街56号 0971-6123457",
        // schedules
        "值班安排\n姓名 日期 电话\n张三 2月26日 0971-6123456\n李四 2月27日 0971-6123457",
        "列车时刻\n车次 始发 终到 开点 到点\nZ166 拉萨 上海 11:10 10:52\nT28 西宁 北京 18:05 12:33",
        // scores and standings
        "中超积分榜\n球队 赛 胜 平 负 积分\n上海海港 30 19 6 5 63\n山东泰山 30 16 10 4 58",
        "女篮比分\n青海 78 66\n四川 81 70",
        // ranks alone
        "|地区|位次|\n|---|---|\n|城东区|3|\n|城西区|1|",
    ];

    [Theory, MemberData(nameof(Examples))]
    public void Reads(string text, string expected) =>
        Assert.Equal(expected, string.Join('\n', CompactClaim.Read(text.Replace('→', '\t'), Xining).Select(claim => claim.Print())));

    [Theory, MemberData(nameof(CounterExamples))]
    public void Reads_no_table(string text) => Assert.Empty(CompactClaim.Read(text, Xining));

    /// <summary>Lines repeated by the thousand; twice as many take about twice as long.</summary>
    [Theory]
    [InlineData("|1|2|3|\n")]
    [InlineData("|甲|乙|\n")]
    [InlineData("单位：亿元\n1\n")]
    [InlineData("指标\n")]
    [InlineData("表1\n指标 甲 乙\n丙\n")]
    [InlineData("指标\t2023年\n收入\t1\n")]
    [InlineData("第一产业\n1\n")]
    public void Long_runs_of_short_lines_stay_linear(string line)
    {
        var watch = Stopwatch.StartNew();
        CompactClaim.Read(string.Concat(Enumerable.Repeat(line, 5000)), Xining);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }
}
